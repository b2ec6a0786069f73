using System.Globalization;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Bot.Features.Escalations.Experts;

/// <summary>Between an expert's row and the form in which they fill it in.</summary>
static class ExpertForms
{
    static readonly (Weekdays Day, string Name)[] Week =
        [.. Enum.GetValues<Weekdays>().Where(day => day is not (Weekdays.None or Weekdays.Workdays or Weekdays.All)).Select(day => (day, day.ToString()))];

    internal static ExpertHours Read(ExpertSettings now, DateTime at) => new(
        [.. Week.Where(one => now.DutyDays?.HasFlag(one.Day) is true).Select(one => one.Name.ToLowerInvariant())],
        Clock(now.DutyFrom), Clock(now.DutyTo), now.PausedUntil > at ? ExpertHours.AsIs : ExpertHours.NoPause, "",
        now.Capacity.ToString(CultureInfo.InvariantCulture), now.Languages.Replace(",", ", "));

    /// <summary>Each refusal at its field; empty where all of it can be taken.</summary>
    /// <param name="today">By the expert's own clock.</param>
    internal static Dictionary<string, Text> Faults(ExpertHours form, DateOnly today)
    {
        var faults = new Dictionary<string, Text>();
        if (form.Days.Any(day => Day(day) is null))
            faults[ExpertHours.DaysField] = $"Please pick days of the week.";
        foreach (var (field, time) in new[] { (ExpertHours.FromField, form.From), (ExpertHours.ToField, form.To) })
            if (time.Length > 0 && ProgrammeForms.Minutes(time) is null)
                faults[field] = $"A time as hours and minutes, please, such as 09:30.";
        if (form.From.Length > 0 != form.To.Length > 0)
            faults[form.From.Length > 0 ? ExpertHours.ToField : ExpertHours.FromField] = $"Both times, please, or neither.";
        if (form.Pause == ExpertHours.UntilDay && !(ProgrammeForms.On(form.Until) > today))
            faults[ExpertHours.UntilField] = $"On which day after today may questions come again?";
        else if (form.Pause is not (ExpertHours.NoPause or ExpertHours.AnHour or ExpertHours.Today or ExpertHours.UntilDay or ExpertHours.AsIs))
            faults[ExpertHours.PauseField] = $"Please pick one.";
        if (!(int.TryParse(form.Capacity, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most <= ExpertSettings.MostCapacity))
            faults[ExpertHours.CapacityField] = $"A whole number from 0 to {ExpertSettings.MostCapacity}, please.";
        if (Tongues.Read(form.Languages) is null)
            faults[ExpertHours.LanguagesField] = $"Two letters each with commas between, please, such as de, en.";
        return faults;
    }

    /// <summary>Takes over what was checked.</summary>
    internal static void Write(ExpertSettings row, ExpertHours form, MemberInfo who, DateTime now)
    {
        row.DutyDays = form.Days.Count == 0 ? null : form.Days.Aggregate(Weekdays.None, (all, day) => all | Day(day)!.Value);
        (row.DutyFrom, row.DutyTo) = (ProgrammeForms.Minutes(form.From), ProgrammeForms.Minutes(form.To));
        row.PausedUntil = form.Pause switch
        {
            ExpertHours.AsIs => row.PausedUntil,
            ExpertHours.AnHour => now.AddHours(1),
            ExpertHours.Today => LocalDay.Start(LocalDay.Of(now, who.Zone).AddDays(1), who.Zone),
            ExpertHours.UntilDay => LocalDay.Start(ProgrammeForms.On(form.Until)!.Value, who.Zone),
            _ => null,
        };
        (row.Capacity, row.Languages) = (int.Parse(form.Capacity, CultureInfo.InvariantCulture), Tongues.Read(form.Languages)!);
        row.Version++;
    }

    internal static Text Duty(ExpertSettings settings)
    {
        var hours = settings.DutyFrom is null ? (Text)$"in your working hours or shifts" : $"from {Clock(settings.DutyFrom)} to {Clock(settings.DutyTo)}";
        return settings.DutyDays is not { } days ? settings.DutyFrom is null ? (Text)$"whenever you work" : $"{hours}, on the days on which you work"
            : days == Weekdays.All ? $"every day, {hours}" : (Text)$"{Texts.List([.. Week.Where(one => days.HasFlag(one.Day)).Select(one => Text.Of(one.Name))])}, {hours}";
    }

    static Weekdays? Day(string name) => Week.FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { Name: not null } found ? found.Day : null;

    static string Clock(int? minutes) => minutes is { } at ? TimeOnly.MinValue.AddMinutes(at).ToString("HH':'mm", CultureInfo.InvariantCulture) : "";
}
