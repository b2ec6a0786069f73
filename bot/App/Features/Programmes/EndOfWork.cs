using ServiceCulture.Bot.Data;
using ServiceCulture.Cards.Rough;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>When somebody's work ends. For features that give something back to them then.</summary>
public static class EndOfWork
{
    const int Morning = 9 * 60;

    /// <summary>
    /// The end of the shift they are in, else of the next one that begins on their own day; without shifts, of their working
    /// hours. Where no work is left today, the start of the next; and where none is known, nine the next morning.
    /// </summary>
    /// <returns>The moment in UTC: one at which they are at work, or it is day.</returns>
    public static async Task<(DateTime At, ComesBack When)> Find(Db db, MemberInfo who, DateTime now, CancellationToken cancel)
    {
        var tomorrow = LocalDay.Of(now, who.Zone).AddDays(1);
        var life = await WorkLives.Around(db, who.Id, now, cancel);
        var next = life?.Stints(now, now + WorkLife.Fortnight).FirstOrDefault(stint => !life.IsDayOff(stint.Day))?.Whole;
        return next is not { } work ? (WallClock.At(tomorrow, Morning, LocalDay.Zone(who.Zone)), ComesBack.NextMorning)
            : work.From < LocalDay.Start(tomorrow, who.Zone) ? (work.To, ComesBack.AtEnd)
            : (work.From, ComesBack.AtNextStart);
    }
}
