using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.HrConsole.Pages.People;

/// <summary>Days of the week in few words.</summary>
public static class WeekWords
{
    static readonly Weekdays[] Each = [Weekdays.Monday, Weekdays.Tuesday, Weekdays.Wednesday, Weekdays.Thursday, Weekdays.Friday, Weekdays.Saturday, Weekdays.Sunday];

    /// <summary>"Mon to Fri", "Tue, Thu to Sat", "every day".</summary>
    public static string Days(Weekdays days)
    {
        if (days == Weekdays.All)
            return "every day";
        var runs = new List<(int From, int To)>();
        for (var at = 0; at < Each.Length; at++)
            if (days.HasFlag(Each[at]))
                runs = runs is [.. var earlier, (var from, var to)] && to == at - 1 ? [.. earlier, (from, at)] : [.. runs, (at, at)];
        return runs.Count == 0 ? "no day" : string.Join(", ", runs.Select(run => run.From == run.To ? Short(run.From) : $"{Short(run.From)} {(run.To == run.From + 1 ? "and" : "to")} {Short(run.To)}"));
    }

    static string Short(int day) => Each[day].ToString()[..3];
}
