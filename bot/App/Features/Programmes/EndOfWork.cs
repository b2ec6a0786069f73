using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>When somebody's work ends. For features that give something back to them then.</summary>
public static class EndOfWork
{
    /// <summary>The end of the shift they are in, else of the next one that begins on their own day; without shifts, of their working hours.</summary>
    /// <returns>The moment in UTC. Not of work where none is known for the rest of the day: then it is the day's own end.</returns>
    public static async Task<(DateTime At, bool IsWork)> Find(Db db, MemberInfo who, DateTime now, CancellationToken cancel)
    {
        var tomorrow = LocalDay.Start(LocalDay.Of(now, who.Zone).AddDays(1), who.Zone);
        return await WorkLives.Around(db, who.Id, now, cancel) is { } life && life.Stints(now, tomorrow).FirstOrDefault() is { } stint ? (stint.Whole.To, true) : (tomorrow, false);
    }
}
