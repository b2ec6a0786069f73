using System.Globalization;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;
using ServiceCulture.Cards.People;

namespace ServiceCulture.Bot.Features.People;

/// <summary>Between somebody's row and the form in which they say something of themselves.</summary>
static class OwnWord
{
    const string Clock = "HH':'mm";

    static readonly Weekdays[] Week = [.. Enum.GetValues<Weekdays>().Where(day => int.PopCount((int)day) == 1)];

    internal static OwnFacts Facts(Member who) => new(
        new(who.Zone is { } zone ? Text.Of(zone) : (Text)$"not known, so UTC", By(who, Said.Zone, who.Zone is not null)),
        new(who.Culture is { } tag ? Text.Of(Name(tag)) : (Text)$"not known", By(who, Said.Language, who.Culture is not null)),
        new(Hours(who), By(who, Said.Hours, who.WorkDays is not null || who.WorkFrom is not null)));

    internal static OwnSettings Read(Member who) => new(who.Zone ?? "", who.Culture ?? "",
        [.. Week.Where(day => who.WorkDays?.HasFlag(day) is true).Select(day => day.ToString().ToLowerInvariant())], Time(who.WorkFrom), Time(who.WorkTo));

    /// <summary>Each refusal at its field; empty where all of it can be taken.</summary>
    /// <param name="language">The one that stands now.</param>
    internal static Dictionary<string, Text> Faults(OwnSettings form, OwnFacts facts, string? language)
    {
        var faults = new Dictionary<string, Text>();
        if (facts.Zone.IsOpen && form.Zone.Length > 0 && Zone(form.Zone) is null)
            faults[OwnSettings.ZoneField] = new ImportZones().Near(form.Zone) is { } near ? $"I don't know this time zone. Did you mean {near}?" : (Text)$"I don't know this time zone. A region and a city, please, such as Europe/Berlin.";
        if (facts.Language.IsOpen && form.Language.Length > 0 && form.Language != language && OwnSettings.Languages.All(one => one.Tag != form.Language))
            faults[OwnSettings.LanguageField] = $"Please pick one from the list.";
        if (!facts.Hours.IsOpen)
            return faults;
        if (form.Days.Any(day => Day(day) is null))
            faults[OwnSettings.DaysField] = $"Please pick days of the week.";
        foreach (var (field, time) in new[] { (OwnSettings.FromField, form.From), (OwnSettings.ToField, form.To) })
            if (time.Length > 0 && Minutes(time) is null)
                faults[field] = $"A time as hours and minutes, please, such as 09:30.";
        if (form.From.Length > 0 != form.To.Length > 0)
            faults[form.From.Length > 0 ? OwnSettings.ToField : OwnSettings.FromField] = $"Both times, please, or neither.";
        else if (form.From.Length > 0 && form.From == form.To)
            faults[OwnSettings.ToField] = $"Beginning and end are the same time.";
        return faults;
    }

    /// <summary>Takes over what was checked, where the person's word stands.</summary>
    internal static void Write(Member who, OwnSettings form)
    {
        Trust.Zone(who, Zone(form.Zone), Source.Person);
        Trust.Language(who, form.Language, Source.Person);
        if (Trust.Takes(who, Said.Hours, Source.Person))
            (who.WorkDays, who.WorkFrom, who.WorkTo) = (form.Days.Count == 0 ? null : form.Days.Aggregate(Weekdays.None, (all, day) => all | Day(day)!.Value), Minutes(form.From), Minutes(form.To));
    }

    static SaidBy By(Member who, Said what, bool isKnown) =>
        !isKnown ? SaidBy.Nobody : who.SaidByHr.HasFlag(what) ? SaidBy.Hr : who.SaidByPlatform.HasFlag(what) ? SaidBy.Platform : SaidBy.You;

    static Text Hours(Member who)
    {
        var days = who.WorkDays is not { } some || some == Weekdays.Workdays ? (Text)$"Monday to Friday" : some == Weekdays.All ? $"every day" : Texts.List([.. Week.Where(day => some.HasFlag(day)).Select(day => Text.Of(day.ToString()))]);
        return $"{days}, {Time(who.WorkFrom ?? 9 * 60)} to {Time(who.WorkTo ?? 17 * 60)}";
    }

    static string? Zone(string typed) => new ImportZones() is var zones && zones.Knows(typed) ? typed : ImportZones.OfCity(typed);

    static string Name(string tag) => OwnSettings.Languages.FirstOrDefault(one => one.Tag == tag).Name ?? tag;

    static Weekdays? Day(string name) => Enum.TryParse<Weekdays>(name, ignoreCase: true, out var day) && Week.Contains(day) ? day : null;

    static string Time(int? minute) => minute is { } some ? new TimeOnly(some / 60, some % 60).ToString(Clock, CultureInfo.InvariantCulture) : "";

    static int? Minutes(string time) => TimeOnly.TryParseExact(time, Clock, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? (at.Hour * 60) + at.Minute : null;
}
