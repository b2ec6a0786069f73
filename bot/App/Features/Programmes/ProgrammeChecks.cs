using System.Globalization;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Programmes;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>What a programme must hold; each refusal says why, at its field.</summary>
static class ProgrammeChecks
{
    /// <param name="today">UTC's.</param>
    internal static Dictionary<string, Text> Of(EditProgramme form, ProgrammeChoices from, bool nameIsTaken, DateOnly today)
    {
        var faults = new Dictionary<string, Text>();
        if (form.Name.Length == 0)
            faults[EditProgramme.NameField] = $"What is the programme called?";
        else if (form.Name.Length > EditProgramme.MostName)
            faults[EditProgramme.NameField] = $"At most {EditProgramme.MostName} characters, please; these are {form.Name.Length}.";
        else if (nameIsTaken)
            faults[EditProgramme.NameField] = $"There is a programme of this name, or was one that has ended. Please choose another.";
        Unknown(faults, EditProgramme.TeamsField, form.Teams, from.Teams);
        Unknown(faults, EditProgramme.SitesField, form.Sites, from.Sites);
        if (from.Packs.All(pack => pack.Value != form.Pack))
            faults[EditProgramme.PackField] = from.Packs.Count == 0 ? $"No pack is published. Publish one first: “Prompt packs” on the help card." : (Text)$"Which prompts? Please pick a pack.";
        if (form.Days.Count == 0 || form.Days.Any(day => EditProgramme.DayNames.All(one => one.Value != day)))
            faults[EditProgramme.DaysField] = $"At least one day, please.";
        Times(faults, form.Times, today, isEnding: form.Act == EditProgramme.End);
        if (form.Act is not (EditProgramme.Save or EditProgramme.Start or EditProgramme.Pause or EditProgramme.End))
            faults[EditProgramme.ActField] = $"Please pick one.";
        return faults;
    }

    /// <summary>The values of what was picked, or typed by name.</summary>
    internal static IEnumerable<string> Chosen(IReadOnlyList<string> given, IReadOnlyList<Choice> all) => given.Select(one => Find(one, all)!.Value).Distinct();

    static Choice? Find(string given, IReadOnlyList<Choice> all) =>
        all.FirstOrDefault(one => one.Value == given) ?? all.FirstOrDefault(one => string.Equals(one.Label.Plain(Reader.Plain), given, StringComparison.OrdinalIgnoreCase));

    static void Unknown(Dictionary<string, Text> faults, string field, IReadOnlyList<string> given, IReadOnlyList<Choice> all)
    {
        if (given.FirstOrDefault(one => Find(one, all) is null) is { } unknown)
            faults[field] = $"I don't know “{(unknown.Length > 60 ? unknown[..60] + "…" : unknown)}”; it may have been renamed. Please pick again.";
    }

    static void Times(Dictionary<string, Text> faults, ProgrammeTimes times, DateOnly today, bool isEnding)
    {
        Pair(faults, ProgrammeTimes.WindowFromField, times.WindowFrom, ProgrammeTimes.WindowToField, times.WindowTo);
        Pair(faults, ProgrammeTimes.QuietFromField, times.QuietFrom, ProgrammeTimes.QuietToField, times.QuietTo);
        var response = Hours(times.Response);
        if (response is not (>= 1 and <= ProgrammeTimes.MostHours))
            faults[ProgrammeTimes.ResponseField] = $"A whole number from 1 to {ProgrammeTimes.MostHours}, please.";
        if (times.Remind.Length > 0 && !(Hours(times.Remind) is >= 1 and var remind && (response is null || remind < response)))
            faults[ProgrammeTimes.RemindField] = $"A whole number of hours, at least 1 and fewer than an answer counts; or leave it empty.";
        var (from, to) = (Day(faults, ProgrammeTimes.FromField, times.From), Day(faults, ProgrammeTimes.ToField, times.To));
        if (to < from)
            faults[ProgrammeTimes.ToField] = $"The last day lies before the first.";
        else if (to < today.AddDays(-1) && !isEnding)
            faults[ProgrammeTimes.ToField] = $"This day is over, so nobody would be asked.";
    }

    static void Pair(Dictionary<string, Text> faults, string fromField, string from, string toField, string to)
    {
        foreach (var (field, time) in new[] { (fromField, from), (toField, to) })
            if (time.Length > 0 && ProgrammeForms.Minutes(time) is null)
                faults[field] = $"A time as hours and minutes, please, such as 09:30.";
        if (from.Length > 0 != to.Length > 0)
            faults[from.Length > 0 ? toField : fromField] = $"Both times, please, or neither.";
        else if (from.Length > 0 && from == to)
            faults[toField] = $"The two times are the same; leave both empty for no limit.";
    }

    static DateOnly? Day(Dictionary<string, Text> faults, string field, string day)
    {
        if (day.Length > 0 && ProgrammeForms.On(day) is null)
            faults[field] = $"A day as year-month-day, please, such as 2026-11-24.";
        return ProgrammeForms.On(day);
    }

    static int? Hours(string words) => int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) ? hours : null;
}
