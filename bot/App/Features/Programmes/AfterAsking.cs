using Microsoft.EntityFrameworkCore;
using Npgsql;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Outbox;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>What becomes of asks that nobody answered: one reminder, and the end of their time. A page of each is one transaction.</summary>
sealed class AfterAsking(Db db, Post post, IReadOnlyDictionary<ProgrammeKind, IAsking> kinds, DateTime now)
{
    const string ToRemind = "SELECT * FROM \"Asks\" WHERE \"RemindAt\" <= {0} ORDER BY \"RemindAt\" LIMIT {1}";
    const string ToClose = "SELECT * FROM \"Asks\" WHERE \"Until\" <= {0} AND \"State\" = 0 ORDER BY \"Until\" LIMIT {1}";

    /// <summary>Whom it is time to remind: only who got the question, has not answered, may hear it now, and still wants to be asked. Else nobody is, later neither.</summary>
    internal async Task<int> Remind(int most, CancellationToken cancel)
    {
        var asks = await DueBy(ToRemind, most, cancel);
        var (programmes, people) = await About(asks, cancel);
        var keys = asks.ConvertAll(ask => Asks.Key(ask.Id));
        var arrived = (await db.Messages.Where(message => keys.Contains(message.Key) && message.SentRevision > 0).Select(message => message.Key).ToListAsync(cancel)).ToHashSet();
        foreach (var ask in asks)
        {
            (ask.RemindAt, ask.Version) = (null, ask.Version + 1);
            if (arrived.Contains(Asks.Key(ask.Id)) && ask.State is AskState.Waiting && ask.Until > now && programmes.GetValueOrDefault(ask.ProgrammeId ?? default) is { State: ProgrammeState.On } programme
                && kinds.GetValueOrDefault(ask.Kind) is { } asking && people.Find(ask.MemberId) is { Info.Home: { } home } who
                && Wish.Of(who.Participation) is { } wish && people.LifeOf(who, asking.Feature) is var life && wish.Allows(DayOfWork.Of(life, now)) && WhenToAsk.MayHear(programme, life, now) && await post.Reaches(home, cancel))
                db.Messages.Add(await post.Row(asking.Remind(new Asked(ask, programme, who.Info, home)), who.Info, now, cancel));
        }
        await db.SaveChangesAsync(cancel);
        return asks.Count;
    }

    /// <summary>What nobody answered in time is closed, and counted where it had arrived.</summary>
    internal async Task<int> Close(int most, CancellationToken cancel)
    {
        var asks = await DueBy(ToClose, most, cancel);
        var (programmes, people) = await About(asks, cancel);
        var keys = asks.SelectMany(ask => new[] { Asks.Key(ask.Id), Asks.ReminderKey(ask.Id) }).ToList();
        var messages = await db.Messages.Where(message => keys.Contains(message.Key)).ToDictionaryAsync(message => message.Key, cancel);
        foreach (var ask in asks)
        {
            (ask.State, ask.RemindAt, ask.Version) = (AskState.Closed, null, ask.Version + 1);
            if (messages.GetValueOrDefault(Asks.Key(ask.Id)) is not { SentRevision: > 0 } message || people.Find(ask.MemberId) is not { } who)
                continue;
            if (who.Participation is { } participation)
                (participation.Unanswered, participation.Version) = (participation.Unanswered + 1, participation.Version + 1);
            if (programmes.GetValueOrDefault(ask.ProgrammeId ?? default) is { } programme && kinds.GetValueOrDefault(ask.Kind) is { } asking && await post.Reaches(message.To, cancel))
            {
                await post.Change(message, asking.Close(new Asked(ask, programme, who.Info, message.To)), who.Info, now, cancel);
                if (messages.GetValueOrDefault(Asks.ReminderKey(ask.Id)) is { SentRevision: > 0 } reminder)
                    await post.Change(reminder, Asks.Changed(reminder.Key, asking.Reminded), who.Info, now, cancel);
            }
        }
        await db.SaveChangesAsync(cancel);
        return asks.Count;
    }

    Task<List<Ask>> DueBy(string due, int most, CancellationToken cancel)
    {
        var alone = db.Database.GetDbConnection() is NpgsqlConnection ? " FOR UPDATE SKIP LOCKED" : "";
        var sql = due + alone;
        return db.Asks.FromSqlRaw(sql, now, most).ToListAsync(cancel);
    }

    async Task<(Dictionary<Guid, Programme>, PeopleToAsk)> About(List<Ask> asks, CancellationToken cancel) => asks.Count == 0
        ? ([], await PeopleToAsk.Read(db, [], now, cancel))
        : (await db.Programmes.AsNoTracking().ToDictionaryAsync(one => one.Id, cancel), await PeopleToAsk.Read(db, [.. asks.Select(ask => ask.MemberId).Distinct()], now, cancel));
}
