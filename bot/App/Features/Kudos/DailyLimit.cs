using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Features.Kudos;

/// <summary>
/// How many kudos a person may give a day. Each takes one of the day's numbers, and a unique index gives a number to one
/// kudos only: so the limit holds also for what is sent in the same instant.
/// </summary>
static class DailyLimit
{
    /// <param name="Day">When the giver's day began, UTC.</param>
    internal sealed record Number(DateTime Day, int Value);

    /// <summary>The number that kudos of this turn take; null where there is no limit, or why they have to wait.</summary>
    internal static async Task<(Number? Number, Text? Full)> Take(int limit, Turn turn, CancellationToken cancel)
    {
        if (limit == 0)
            return default;
        var (from, day) = (turn.Who.Id, LocalDay.Start(turn.Now, turn.Who.Zone));
        var today = turn.Db.Kudos.Where(kudos => kudos.FromId == from && kudos.At >= day && kudos.UndoneAt == null);
        var taken = turn.Again ? await today.Select(kudos => kudos.DayNumber).ToListAsync(cancel) : null;
        var given = taken?.Count ?? await today.CountAsync(cancel);
        return given < limit
            ? (new Number(day, taken is null ? given + 1 : Free(limit, taken)), null)
            : (null, $"You have given {new Hole.Count(given, "kudos", "kudos")} today, which is the most for one day. Your words are kept here; send them tomorrow.");
    }

    // Kudos taken back leave gaps, and those from before there was a limit have no number. So of the free numbers only
    // as many may be taken, from the top, as kudos are left for the day: however many look at once, no more fit.
    static int Free(int limit, List<int?> taken)
    {
        var free = Enumerable.Range(1, limit).Where(number => !taken.Contains(number)).ToList();
        return free[^(limit - taken.Count)];
    }
}
