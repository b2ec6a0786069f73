using Microsoft.EntityFrameworkCore;
using Npgsql;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Cards.Programmes;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>
/// A page of plans that are due, in one transaction: who is to be asked now is, everybody's next moment is written down,
/// and the messages are rows of the same commit. Read, decided and written by itself, so that it may be tried again.
/// </summary>
sealed class AskPage(Db db, Post post, IReadOnlyDictionary<ProgrammeKind, IAsking> kinds, DateTime now)
{
    readonly List<Ask> _asks = [];
    readonly List<Message> _messages = [];

    /// <summary>The plans that were due.</summary>
    internal IReadOnlyList<Plan> Plans { get; private set; } = [];

    /// <returns>How many plans were looked at, and how many people were asked.</returns>
    internal async Task<(int Looked, int Asked)> Write(int most, CancellationToken cancel)
    {
        Plans = await Due(most).ToListAsync(cancel);
        if (Plans.Count == 0)
            return default;
        var programmes = await db.Programmes.AsNoTracking().ToDictionaryAsync(programme => programme.Id, cancel);
        var people = await PeopleToAsk.Read(db, [.. Plans.Select(plan => plan.MemberId).Distinct()], now, cancel);
        foreach (var plan in Plans)
            plan.NextAt = programmes.GetValueOrDefault(plan.ProgrammeId) is { } programme && kinds.GetValueOrDefault(programme.Kind) is { } asking
                && people.Find(plan.MemberId) is { } who && Audience.Includes(programme, who.Info)
                    ? await Look(programme, asking, who, people, cancel)
                    : people.Begins(plan.MemberId);
        await db.SaveChangesAsync(cancel);
        await ManyRows.Insert(db, _asks.OrderBy(ask => ask.MemberId).Cast<object>().Concat(_messages), cancel);
        await Move(cancel);
        return (Plans.Count, _asks.Count);
    }

    // On PostgreSQL two runs at once take different plans; with SQLite there is one writer anyway.
    IQueryable<Plan> Due(int most)
    {
        const string All = "SELECT * FROM \"Plans\" WHERE \"NextAt\" <= {0} ORDER BY \"NextAt\" LIMIT {1}";
        var sql = IsPostgres ? All + " FOR UPDATE SKIP LOCKED" : All;
        return db.Plans.FromSqlRaw(sql, now, most).AsNoTracking();
    }

    bool IsPostgres => db.Database.GetDbConnection() is NpgsqlConnection;

    // When this plan is looked at again.
    async Task<DateTime?> Look(Programme programme, IAsking asking, PeopleToAsk.Known who, PeopleToAsk people, CancellationToken cancel)
    {
        var invites = who.Participation is null or { Taking: Taking.Undecided, InvitedAt: null };
        var wish = invites ? Wish.OfInvitation(who.Participation) : Wish.Of(who.Participation);
        var life = people.LifeOf(who, asking.Feature);
        var planned = WhenToAsk.Next(programme, life, wish, who.AskedOf(programme.Kind), now, asking.CountsFor);
        if (planned.Ask is not { } occasion || !occasion.IsNow(now))
            return planned.LookAt;
        if (who.Info.Home is not { } home || !await post.Reaches(home, cancel))
            return WhenToAsk.Next(programme, life, wish, [.. who.AskedOf(programme.Kind), new(occasion.Day, now)], now, asking.CountsFor).LookAt;
        if (invites)
            return await Invite(who, home, cancel);
        if (who.Participation!.Unanswered >= Participation.MostUnanswered)
            return await FallSilent(who, home, cancel);
        await Ask(programme, asking, who, home, occasion, cancel);
        return WhenToAsk.Next(programme, life, wish, who.AskedOf(programme.Kind), now, asking.CountsFor).LookAt;
    }

    async Task Ask(Programme programme, IAsking asking, PeopleToAsk.Known who, Address home, Occasion occasion, CancellationToken cancel)
    {
        if (who.Participation is { SilentSince: not null } heard)
            (heard.SilentSince, heard.Version) = (null, heard.Version + 1);
        var until = now.AddMinutes(programme.ResponseMinutes);
        var ask = new Ask
        {
            MemberId = who.Info.Id,
            ProgrammeId = programme.Id,
            Kind = programme.Kind,
            Day = asking.CountsFor(occasion.Day),
            At = now,
            Until = until,
            RemindAt = programme.RemindAfterMinutes is { } minutes && now.AddMinutes(minutes) is var then && then < until ? then : null,
        };
        who.Asked.Add((programme.Kind, new(ask.Day, now)));
        _asks.Add(ask);
        _messages.Add(await post.Row(await asking.Ask(new Asked(ask, programme, who.Info, home), cancel), who.Info, now, cancel));
    }

    // Once: nothing more before they choose.
    async Task<DateTime?> Invite(PeopleToAsk.Known who, Address home, CancellationToken cancel)
    {
        if (who.Participation is { } known)
            (known.InvitedAt, known.Version) = (now, known.Version + 1);
        else
            db.Participations.Add(who.Participation = new Participation { MemberId = who.Info.Id, InvitedAt = now });
        _messages.Add(await post.Row(Inviting.To(who.Info, home, now), who.Info, now, cancel));
        return null;
    }

    // Said once, at a time at which they would have been asked; from then on nothing, until they do something.
    async Task<DateTime?> FallSilent(PeopleToAsk.Known who, Address home, CancellationToken cancel)
    {
        var participation = who.Participation!;
        (participation.SilentSince, participation.Version) = (now, participation.Version + 1);
        var said = new Send($"silent/{Guid.CreateVersion7():N}", home, Invitation.FallenSilent) { For = who.Info.Id, Priority = Priority.Bulk };
        _messages.Add(await post.Row(said, who.Info, now, cancel));
        return null;
    }

    async Task Move(CancellationToken cancel)
    {
        if (IsPostgres)
            await db.Database.ExecuteSqlRawAsync("""
                UPDATE "Plans" SET "NextAt" = moved.at FROM unnest({0}, {1}, {2}) AS moved(programme, member, at)
                WHERE "ProgrammeId" = moved.programme AND "MemberId" = moved.member
                """, [Plans.Select(plan => plan.ProgrammeId).ToArray(), Plans.Select(plan => plan.MemberId).ToArray(), Plans.Select(plan => plan.NextAt).ToArray()], cancel);
        else
            foreach (var plan in Plans)
                await db.Plans.Where(one => one.ProgrammeId == plan.ProgrammeId && one.MemberId == plan.MemberId).ExecuteUpdateAsync(set => set.SetProperty(one => one.NextAt, plan.NextAt), cancel);
    }
}
