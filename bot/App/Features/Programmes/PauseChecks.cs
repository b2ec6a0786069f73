using System.Globalization;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Programmes;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>Reads the pause form, and says at its fields what can't be so.</summary>
static class PauseChecks
{
    const int MostDays = 731;

    internal static Dictionary<string, Text> Faults(PauseAsking form, Taking taking, DateOnly today)
    {
        var faults = new Dictionary<string, Text>();
        if (form.For is not (PauseAsking.NotNow or PauseAsking.Today or PauseAsking.Until or PauseAsking.ForGood))
            faults[PauseAsking.ForField] = $"Please pick one.";
        if (form.For == PauseAsking.Until && (Day(form.From) is not { } day || day <= today || day > today.AddDays(MostDays)))
            faults[PauseAsking.FromField] = $"A day from tomorrow on, at most two years ahead, please.";
        if (form.OwnTime.Length > 0 && Minute(form.OwnTime) is null)
            faults[PauseAsking.TimeField] = $"A time like 14:30, please, or none.";
        else if (form.OwnTime.Length > 0 && Taking(form.When, taking) is not (Programmes.Taking.AtStart or Programmes.Taking.AtEnd))
            faults[PauseAsking.WhenField] = $"For a time of your own, choose the start or the end here too; your own time goes before it.";
        return faults;
    }

    internal static DateOnly? PausedUntil(PauseAsking form, DateOnly today) => form.For switch
    {
        PauseAsking.Today => today.AddDays(1),
        PauseAsking.Until => Day(form.From),
        PauseAsking.ForGood => DateOnly.MaxValue,
        _ => null,
    };

    internal static Taking Taking(string when, Taking now) => when switch
    {
        Invitation.AtStart => Programmes.Taking.AtStart,
        Invitation.AtEnd => Programmes.Taking.AtEnd,
        Invitation.OnMyOwn => Programmes.Taking.OnMyOwn,
        _ => now,
    };

    internal static string When(Taking taking) => taking switch
    {
        Programmes.Taking.AtStart => Invitation.AtStart,
        Programmes.Taking.AtEnd => Invitation.AtEnd,
        Programmes.Taking.OnMyOwn or Programmes.Taking.No => Invitation.OnMyOwn,
        _ => "",
    };

    internal static int? Minute(string time) => TimeOnly.TryParseExact(time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read.Hour * 60 + read.Minute : null;

    internal static string Time(int? minute) => minute is { } of ? TimeOnly.MinValue.AddMinutes(of).ToString("HH:mm", CultureInfo.InvariantCulture) : "";

    internal static Weekdays? Days(IReadOnlyList<string> days)
    {
        var all = days.Aggregate(Weekdays.None, (sum, day) => Enum.TryParse<Weekdays>(day, ignoreCase: true, out var one) && PauseAsking.Days.Contains(day) ? sum | one : sum);
        return all is Weekdays.None or Weekdays.All ? null : all;
    }

    internal static IReadOnlyList<string> Days(Weekdays? days) => days is { } some ? [.. PauseAsking.Days.Where(day => some.HasFlag(Enum.Parse<Weekdays>(day, ignoreCase: true)))] : [];

    static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
