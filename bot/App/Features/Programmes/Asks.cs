using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>What becomes of an ask. For the features that do the asking.</summary>
public static class Asks
{
    public static string Key(Guid ask) => $"ask/{ask}";

    public static string ReminderKey(Guid ask) => $"{Key(ask)}/again";

    /// <summary>Changes a message about an ask where it stands; nothing happens where there is none.</summary>
    /// <param name="key"><see cref="Key"/> or <see cref="ReminderKey"/>.</param>
    public static Send Changed(string key, Card card) => new(key, new Address(0, PlaceKind.Person, ""), card) { Changes = true };

    public static Task<Ask?> Find(Db db, Guid id, CancellationToken cancel) => db.Asks.SingleOrDefaultAsync(ask => ask.Id == id, cancel);

    /// <summary>
    /// They answered, or came by themselves: the ask is settled (so that the day is not asked again), and whoever had
    /// fallen silent is asked again from tomorrow on.
    /// </summary>
    /// <param name="pressed">The very ask they answered; null: whichever is theirs now.</param>
    /// <returns>The ask, with the day that the answer is of.</returns>
    public static async Task<Ask> Settle(Db db, MemberInfo who, ProgrammeKind kind, AskState state, DateTime now, CancellationToken cancel, Ask? pressed = null)
    {
        var day = pressed?.Day ?? await DayOfWork.Find(db, who, now, cancel);
        var ask = pressed ?? await OfDay(db, who.Id, kind, day, now, cancel);
        if (ask is null)
            db.Asks.Add(ask = new Ask { MemberId = who.Id, Kind = kind, Day = day, At = now, Until = now, State = state });
        else if (ask.State != state && ask.State is not AskState.Answered)
            (ask.State, ask.RemindAt, ask.Version) = (state, null, ask.Version + 1);
        await Heard(db, who.Id, cancel);
        return ask;
    }

    // The one that is open, perhaps since before midnight; else that of the day, whatever became of it.
    static async Task<Ask?> OfDay(Db db, Guid who, ProgrammeKind kind, DateOnly day, DateTime now, CancellationToken cancel)
    {
        var some = await db.Asks.Where(ask => ask.MemberId == who && ask.Kind == kind && (ask.Day == day || (ask.State == AskState.Waiting && ask.Until > now))).ToListAsync(cancel);
        return some.Find(ask => ask.State is AskState.Waiting && ask.Until > now) ?? some.Find(ask => ask.Day == day);
    }

    /// <summary>This very ask was answered, perhaps after midnight, perhaps in part or again: of two presses at once the later looks again at what the other kept.</summary>
    public static void Answered(Ask ask)
    {
        if (ask.State is AskState.Waiting or AskState.Answered)
            (ask.State, ask.RemindAt, ask.Version) = (AskState.Answered, null, ask.Version + 1);
    }

    /// <summary>This very ask was put off; an answer that was given stays one.</summary>
    public static void NotToday(Ask ask)
    {
        if (ask.State is AskState.Waiting)
            (ask.State, ask.RemindAt, ask.Version) = (AskState.NotToday, null, ask.Version + 1);
    }

    /// <summary>They did something: the count of unanswered asks begins anew, and who had fallen silent is planned for again, from the day after the farewell on.</summary>
    public static async Task Heard(Db db, Guid member, CancellationToken cancel)
    {
        if (await db.Participations.SingleOrDefaultAsync(p => p.MemberId == member, cancel) is not { } participation || participation.Unanswered == 0)
            return;
        (participation.Unanswered, participation.Version) = (0, participation.Version + 1);
        db.Replannings.Add(Replanning.OfMember(member));
    }
}
