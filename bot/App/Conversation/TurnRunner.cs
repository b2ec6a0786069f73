using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Operating;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Conversation;

/// <summary>
/// One turn, one transaction: the feature changes its rows, its messages become outbox rows, the event is marked
/// seen, and all of it is committed at once or not at all. No network in here, so it answers inside every deadline.
/// </summary>
public sealed class TurnRunner(IServiceProvider services, IStore store, Register register, Routes routes, Post post)
{
    const int Tries = 4;

    readonly INotice? _noticing = services.GetService<INotice>();
    readonly TimeProvider _clock = services.GetRequiredService<TimeProvider>();

    public async Task<Answered> Run(Incoming what, CancellationToken cancel)
    {
        using var measure = Measures.Turn(what);
        for (var tries = 1; ; tries++)
        {
            await using var db = store.Open();
            // A second delivery breaks every unique index that the first one filled, and which is told first is chance.
            if (tries > 1 && await WasSeen(what.From, db, cancel))
                return await AnswerAsDone(what, cancel);
            try
            {
                return measure.Ended(await Run(what, db, again: tries > 1, cancel));
            }
            catch (Exception failure) when (UniqueViolation.IsIn(failure, "Seen"))
            {
                return measure.Repeated(await AnswerAsDone(what, cancel));
            }
            catch (Exception failure) when (UniqueViolation.IsOneOf(failure) && tries < Tries)
            {
                // Another turn wrote a row that this one rested on: forget what was read, and look again. It may have
                // been this very event's: its answer has a key of its own, which was then met before the mark of the event.
                register.Forget();
                if (await db.Seen.AnyAsync(seen => seen.InstallationId == what.From.Installation && seen.EventId == what.From.EventId, cancel))
                    return await AnswerAsDone(what, cancel);
            }
        }
    }

    /// <summary>A turn of somebody whom a session, and no channel's envelope, has named: what the console does with the forms of the chat.</summary>
    public async Task<Reply> RunAs(MemberInfo who, Incoming what, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            await using var db = store.Open();
            try
            {
                return (await Run(what, who, db, again: tries > 1, _clock.GetUtcNow().UtcDateTime, cancel)).Reply;
            }
            catch (Exception failure) when (UniqueViolation.IsOneOf(failure) && tries < Tries)
            {
                register.Forget();
            }
        }
    }

    async Task<Answered> Run(Incoming what, Db db, bool again, CancellationToken cancel)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        return await Run(what, await Acting.Find(what, db, register, _noticing, now, cancel), db, again, now, cancel);
    }

    async Task<Answered> Run(Incoming what, MemberInfo who, Db db, bool again, DateTime now, CancellationToken cancel)
    {
        var turn = new Turn(what, who, db, now, again);
        var outcome = Refusing.Refuse(turn, routes) ?? await routes.Answer(services, turn, cancel);
        outcome = await post.Settle(turn, outcome, cancel);
        await post.Enqueue(db, outcome.Sends, now, cancel);
        if (!NewRows.AnythingToWrite(db))
            return new Answered(outcome.Reply, who);

        // Nothing is changed from here on, only added, and EF looks at no row once more.
        var touched = Register.Touched(db);
        // A form that was refused comes again under the same id, corrected.
        if (outcome.Reply is not Reply.Wrong)
            db.AddOnly(new SeenEvent { InstallationId = what.From.Installation, EventId = what.From.EventId, At = now });
        await store.Save(db, cancel);
        if (touched)
            register.Forget();
        if (outcome.Sends.Count > 0)
            post.Wake();
        return new Answered(outcome.Reply, who);
    }

    static Task<bool> WasSeen(Envelope from, Db db, CancellationToken cancel) =>
        db.Seen.AnyAsync(seen => seen.InstallationId == from.Installation && seen.EventId == from.EventId, cancel);

    // Delivered a second time: a button shows its card as it stands now, anything else is simply done.
    async Task<Answered> AnswerAsDone(Incoming what, CancellationToken cancel)
    {
        await using var db = store.Open();
        var now = _clock.GetUtcNow().UtcDateTime;
        var who = await Acting.Find(what, db, register, _noticing, now, cancel);
        if (what is not Incoming.Press)
            return new Answered(new Reply.None(), who);
        var turn = new Turn(what, who, db, now, Again: true);
        var outcome = await post.Settle(turn, await routes.Answer(services, turn, cancel), cancel);
        return new Answered(outcome.Reply, who);
    }
}

/// <summary>What a turn came to, and who acted in it: what is drawn for them is in their language and for their eyes.</summary>
public sealed record Answered(Reply Reply, MemberInfo Who);
