using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Outbox;

/// <summary>
/// What follows when a message is given up: where its person blocked the bot, the account is marked and the message waits
/// for their coming back; where it was refused, the feature that wanted it may have something to say.
/// </summary>
public sealed class GivingUp(IStore store, Register register, Post post, IEnumerable<IAnswerUndelivered> features, ILogger<GivingUp> log)
{
    /// <exception cref="SendFailedException">It was written for somebody who had blocked the bot, and they still do.</exception>
    public async Task RefuseBlocked(Message message, CancellationToken cancel)
    {
        if (message.LastError != Message.PersonBlocked)
            return;
        await using var db = store.Open();
        if (await AccountOf(message, db).AnyAsync(account => account.BlockedAt != null, cancel))
            throw new SendFailedException(Message.PersonBlocked, Failure.Blocked);
    }

    /// <summary>What the feature behind a message that never went out says of it now.</summary>
    public async Task<Fate> Decide(Message message, CancellationToken cancel)
    {
        if (message.RemoteId is not null || Owner(message) is not { } feature || (feature.ChangesWhatItTakesBack && message.Revision == 1))
            return Fate.Goes;
        await using var db = store.Open();
        return await feature.Decide(message, db, cancel);
    }

    /// <summary>How the row is to be written now.</summary>
    public async Task<Statement> End(Message message, SendFailedException failure, DateTime now)
    {
        if (failure.Kind is Failure.Blocked && message.PlaceKind is PlaceKind.Person)
        {
            await Block(message, now);
            return Held(message, now);
        }
        await Tell(message, failure.Obstacle, now);
        return Waiting.Dead(message, failure.Code, now);
    }

    async Task Block(Message message, DateTime now)
    {
        await store.Do(db => AccountOf(message, db).Where(account => account.BlockedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.BlockedAt, now)), CancellationToken.None);
        register.Forget();
    }

    // Who came back between the send and this line is not to miss it.
    static Statement Held(Message message, DateTime now) => new("""
        UPDATE "Messages" SET "DeadAt" = CASE WHEN "Revision" > @p0 OR EXISTS
                (SELECT 1 FROM "Accounts" WHERE "InstallationId" = @p1 AND "ExternalId" = @p2 AND "BlockedAt" IS NULL) THEN NULL ELSE @p3 END,
            "Attempts" = "Attempts" + 1, "LastError" = @p4, "LeaseUntil" = NULL
        WHERE "Id" = @p5 AND "Fence" = @p6
        """, message.Revision, message.InstallationId, message.PlaceId, now, Message.PersonBlocked, message.Id, message.Fence);

    async Task Tell(Message message, Obstacle why, DateTime now)
    {
        if (Owner(message) is not { } feature)
            return;
        try
        {
            await using var db = store.Open();
            // A newer revision will be tried.
            if (await db.Messages.AnyAsync(m => m.Id == message.Id && m.Revision > message.Revision))
                return;
            await post.Enqueue(db, await feature.Answer(new(message.Key, message.To, message.RemoteId is not null, why), db, CancellationToken.None), now, CancellationToken.None);
            await store.Save(db, CancellationToken.None);
            post.Wake();
        }
        catch (Exception failure) when (UniqueViolation.IsIn(failure, "Messages"))
        {
            Log.ToldBefore(log, message.Id);
        }
        catch (Exception failure)
        {
            // The round's other messages were sent, and must be written down as sent.
            Log.NotTold(log, failure, message.Id);
        }
    }

    IAnswerUndelivered? Owner(Message message) => features.FirstOrDefault(feature => message.Key.StartsWith(feature.Prefix, StringComparison.Ordinal));

    static IQueryable<Account> AccountOf(Message message, Db db) =>
        db.Accounts.Where(account => account.InstallationId == message.InstallationId && account.ExternalId == message.PlaceId);
}
