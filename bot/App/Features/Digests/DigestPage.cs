using Microsoft.EntityFrameworkCore;
using Npgsql;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Outbox;

namespace ServiceCulture.Bot.Features.Digests;

/// <summary>
/// A page of plans that are due, in one transaction: digests counted and kept, their messages as rows of the same commit, everybody's next
/// moment written down. A digest is a person's of a week, by its key; so nobody gets one twice, wherever a run breaks off.
/// </summary>
sealed class DigestPage(Db db, Post post, IReadOnlyDictionary<DigestKind, IDigest> kinds, OrganisationWeeks weeks, DateTime now)
{
    /// <summary>What the keys of its messages begin with.</summary>
    internal const string Prefix = "digest/";

    const int DrawnTogether = 500;

    /// <summary>The plans that were due.</summary>
    internal IReadOnlyList<DigestPlan> Plans { get; private set; } = [];

    /// <returns>How many plans were looked at, and how many digests are on their way.</returns>
    internal async Task<(int Looked, int Sent)> Write(int most, CancellationToken cancel)
    {
        Plans = await Due(most).ToListAsync(cancel);
        if (Plans.Count == 0)
            return default;
        await LongLists.Expect(db, Plans.Count, cancel);
        var people = await Readers(cancel);
        var sent = 0;
        foreach (var some in Plans.Where(plan => IsDue(plan, people)).GroupBy(plan => plan.Kind))
            sent += await Send(kinds[some.Key], [.. some.Select(plan => (plan, people[plan.MemberId]))], cancel);
        foreach (var plan in Plans)
            plan.NextAt = people.TryGetValue(plan.MemberId, out var who) && kinds.ContainsKey(plan.Kind) ? NextOf(plan, who) : null;
        await Move(cancel);
        return (Plans.Count, sent);
    }

    // On PostgreSQL two runs at once take different plans; with SQLite there is one writer anyway.
    IQueryable<DigestPlan> Due(int most)
    {
        const string All = "SELECT * FROM \"DigestPlans\" WHERE \"NextAt\" <= {0} ORDER BY \"NextAt\" LIMIT {1}";
        var sql = IsPostgres ? All + " FOR UPDATE SKIP LOCKED" : All;
        return db.DigestPlans.FromSqlRaw(sql, now, most).AsNoTracking();
    }

    bool IsPostgres => db.Database.GetDbConnection() is NpgsqlConnection;

    async Task<Dictionary<Guid, MemberInfo>> Readers(CancellationToken cancel) =>
        (await ReadingMembers.ReadMany(db, [.. Plans.Select(plan => plan.MemberId).Distinct()], cancel)).ToDictionary(one => one.Row.Id, one => one.Info);

    bool IsDue(DigestPlan plan, Dictionary<Guid, MemberInfo> people) =>
        people.TryGetValue(plan.MemberId, out var who) && kinds.ContainsKey(plan.Kind) && WhenDue.Meant(plan, who.Zone) <= now;

    DateTime NextOf(DigestPlan plan, MemberInfo who) => WhenDue.Meant(plan, who.Zone) is var meant && meant > now ? meant : WhenDue.Next(plan, who.Zone, now);

    async Task<int> Send(IDigest kind, List<(DigestPlan Plan, MemberInfo Who)> some, CancellationToken cancel)
    {
        var due = some.Select(one => new DigestDue(one.Who.Id, kind.Span(weeks, now, WhenDue.Weeks(one.Plan, LocalDay.Of(now, one.Who.Zone))))).ToList();
        var (ids, since) = (due.Select(one => one.Member).ToList(), due.Min(one => one.Span.Last));
        var there = await db.Digests.Where(one => ids.Contains(one.MemberId) && one.Kind == kind.Kind && one.Week >= since).Select(one => new { one.MemberId, one.Week }).ToHashSetAsync(cancel);
        var paused = await Pauses.Among(db, [.. some.Select(one => one.Who)], now, cancel);
        var reached = await Reached(kind.Kind, [.. some.Select(one => one.Who).Where(who => !paused.Contains(who.Id))], cancel);
        due = [.. due.Where(one => reached.ContainsKey(one.Member) && !there.Contains(new { MemberId = one.Member, Week = one.Span.Last }))];
        if (due.Count == 0)
            return 0;
        var numbers = await kind.Count(db, due, now, cancel);
        List<Digest> digests = [.. due.Where(one => numbers.ContainsKey(one.Member)).Select(one => new Digest { MemberId = one.Member, Kind = kind.Kind, Week = one.Span.Last, At = now, Numbers = numbers[one.Member], SentTo = reached[one.Member].Id })];
        foreach (var drawn in digests.Chunk(DrawnTogether))
            await Hand(kind, drawn, reached, cancel);
        return digests.Count;
    }

    // Cards weigh more than numbers, so fewer are held at once.
    async Task Hand(IDigest kind, Digest[] digests, Dictionary<Guid, MemberInfo> reached, CancellationToken cancel)
    {
        var cards = await kind.Tell(db, digests, now, cancel);
        var messages = new List<Message>(digests.Length);
        for (var at = 0; at < digests.Length; at++)
            messages.Add(await post.Row(new Send(Key(digests[at]), reached[digests[at].MemberId].Home!, cards[at]) { For = digests[at].SentTo, Priority = Priority.Bulk }, reached[digests[at].MemberId], now, cancel));
        await ManyRows.Insert(db, digests.Cast<object>().Concat(messages), cancel);
    }

    // By whose id a digest is counted, and who gets it.
    async Task<Dictionary<Guid, MemberInfo>> Reached(DigestKind kind, List<MemberInfo> people, CancellationToken cancel)
    {
        var reached = new Dictionary<Guid, MemberInfo>();
        var deputies = kind is DigestKind.Manager ? await StandingIn.ForAway(db, [.. people.Select(who => who.Id)], now, cancel) : new Dictionary<Guid, Guid>();
        var instead = deputies.Count == 0 ? [] : (await ReadingMembers.ReadMany(db, [.. deputies.Values.Distinct()], cancel)).ToDictionary(one => one.Row.Id, one => one.Info);
        foreach (var who in people)
            if ((deputies.TryGetValue(who.Id, out var deputy) && instead.TryGetValue(deputy, out var other) ? other : who) is { Home: { } home } reader && await post.Reaches(home, cancel))
                reached[who.Id] = reader;
        return reached;
    }

    static string Key(Digest digest) => $"{Prefix}{DigestRows.Row(digest)}";

    async Task Move(CancellationToken cancel)
    {
        if (IsPostgres)
            await db.Database.ExecuteSqlRawAsync("""
                UPDATE "DigestPlans" SET "NextAt" = moved.at FROM unnest({0}, {1}, {2}) AS moved(kind, member, at)
                WHERE "Kind" = moved.kind AND "MemberId" = moved.member
                """, [Plans.Select(plan => (short)plan.Kind).ToArray(), Plans.Select(plan => plan.MemberId).ToArray(), Plans.Select(plan => plan.NextAt).ToArray()], cancel);
        else
            foreach (var plan in Plans)
                await db.DigestPlans.Where(one => one.Kind == plan.Kind && one.MemberId == plan.MemberId).ExecuteUpdateAsync(set => set.SetProperty(one => one.NextAt, plan.NextAt), cancel);
    }
}
