using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Kudos;

namespace ServiceCulture.Bot.Features.Kudos;

/// <summary>What was reported, for HR: hidden wherever it stands, shown again, or left as it is. For the console.</summary>
public sealed class KeepingReports(IStore store, KudosMessages messages, Post post, TimeProvider clock)
{
    const int Most = 100;

    /// <summary>Those that wait, oldest first, and those that are hidden, newest first. That somebody read them is written down, once a day.</summary>
    /// <param name="isLooked">False: it is only drawn ahead, and read by nobody yet.</param>
    public async Task<ReportsRead> Read(MemberInfo who, bool isLooked, CancellationToken cancel)
    {
        await using var db = store.Open();
        var waiting = await db.KudosReports.AsNoTracking().Where(report => report.SettledAt == null).OrderBy(report => report.At).Take(Most).Select(report => report.KudosId).ToListAsync(cancel);
        var hidden = await db.Kudos.AsNoTracking().Where(kudos => kudos.HiddenAt != null).OrderByDescending(kudos => kudos.HiddenAt).Take(Most).Select(kudos => kudos.Id).ToListAsync(cancel);
        var read = new ReportsRead(await Tell(db, [.. waiting.Distinct().Except(hidden)], cancel), await Tell(db, hidden, cancel));
        if (isLooked)
            await Note(who, [.. read.Waiting.Concat(read.Hidden).Select(one => one.Kudos)], cancel);
        return read;
    }

    /// <summary>Hides them wherever they stand; twice is as once.</summary>
    public Task Hide(Guid id, MemberInfo who, CancellationToken cancel) => Change(id, "kudos.hide", who, (kudos, now) => kudos.HiddenAt ??= now, cancel);

    /// <summary>Shows them again as they were.</summary>
    public Task Restore(Guid id, MemberInfo who, CancellationToken cancel) => Change(id, "kudos.restore", who, (kudos, _) => kudos.HiddenAt = null, cancel);

    /// <summary>There is nothing wrong with them: the reports are done with.</summary>
    public Task Leave(Guid id, MemberInfo who, CancellationToken cancel) => Settle(id, "kudos.leave", settles: true, who, cancel);

    /// <summary>The reports wait again.</summary>
    public Task Reopen(Guid id, MemberInfo who, CancellationToken cancel) => Settle(id, "kudos.reopen", settles: false, who, cancel);

    async Task Change(Guid id, string act, MemberInfo who, Action<KudosGiven, DateTime> change, CancellationToken cancel)
    {
        await store.Do(async db =>
        {
            var (now, kudos) = (clock.GetUtcNow().UtcDateTime, await db.Kudos.SingleOrDefaultAsync(one => one.Id == id, cancel));
            if (kudos is null)
                return 0;
            var before = kudos.HiddenAt;
            change(kudos, now);
            if (kudos.HiddenAt == before)
                return 0;
            kudos.Version++;
            foreach (var report in await db.KudosReports.Where(report => report.KudosId == id && report.SettledAt == null).ToListAsync(cancel))
                report.SettledAt = now;
            db.Audit.Add(new AuditEntry { At = now, Actor = who.Id, Act = act, Row = id.ToString(), About = kudos.FromId == KudosData.AColleague ? null : kudos.FromId });
            if (kudos.UndoneAt is null)
                await post.Enqueue(db, await messages.Changed(kudos, (await messages.Tell(kudos, db, cancel)).Words, null, db, cancel), now, cancel);
            return await db.SaveChangesAsync(cancel);
        }, cancel);
        post.Wake();
    }

    Task<int> Settle(Guid id, string act, bool settles, MemberInfo who, CancellationToken cancel) => store.Do(async db =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var reports = await db.KudosReports.Where(report => report.KudosId == id && report.SettledAt == null == settles).ToListAsync(cancel);
        foreach (var report in reports)
            report.SettledAt = settles ? now : null;
        if (reports.Count > 0)
            db.Audit.Add(new AuditEntry { At = now, Actor = who.Id, Act = act, Row = id.ToString() });
        return await db.SaveChangesAsync(cancel);
    }, cancel);

    async Task Note(MemberInfo who, IReadOnlyList<KudosGiven> kudos, CancellationToken cancel)
    {
        if (kudos.Count == 0)
            return;
        await store.Do(async db =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var since = now.AddDays(-1);
            var looked = await db.Audit.Where(entry => entry.Actor == who.Id && entry.Act == "kudos.look" && entry.At > since).Select(entry => entry.Row).ToListAsync(cancel);
            db.Audit.AddRange(kudos.Where(one => !looked.Contains(one.Id.ToString())).Select(one => new AuditEntry { At = now, Actor = who.Id, Act = "kudos.look", Row = one.Id.ToString(), About = one.FromId == KudosData.AColleague ? null : one.FromId }));
            return await db.SaveChangesAsync(cancel);
        }, cancel);
    }

    async Task<IReadOnlyList<ReportedKudos>> Tell(Db db, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var rows = await db.Kudos.AsNoTracking().Where(kudos => ids.Contains(kudos.Id)).ToDictionaryAsync(kudos => kudos.Id, cancel);
        var reports = (await db.KudosReports.AsNoTracking().Where(report => ids.Contains(report.KudosId)).OrderBy(report => report.At).ToListAsync(cancel)).ToLookup(report => report.KudosId);
        var to = (await db.KudosReceipts.AsNoTracking().Where(receipt => ids.Contains(receipt.KudosId)).ToListAsync(cancel)).ToLookup(receipt => receipt.KudosId, receipt => receipt.ToId);
        var values = (await db.KudosValues.AsNoTracking().Where(value => ids.Contains(value.KudosId)).ToListAsync(cancel)).ToLookup(value => value.KudosId, value => value.ValueId);
        List<Guid> people = [.. reports.SelectMany(own => own).Select(report => report.ById).OfType<Guid>().Concat(rows.Values.Select(one => one.FromId)).Concat(to.SelectMany(own => own)).Distinct()];
        var names = await db.Members.AsNoTracking().Where(member => people.Contains(member.Id)).ToDictionaryAsync(member => member.Id, member => member.Name, cancel);
        var book = await messages.Values(cancel);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id]).Select(kudos => new ReportedKudos(kudos,
            KudosMessages.Words(kudos, names.TryGetValue(kudos.FromId, out var giver) ? new Person(kudos.FromId, giver, []) : KudosWords.AColleague,
                [.. to[kudos.Id].Where(names.ContainsKey).Select(one => new MemberInfo(one, names[one])).OrderBy(one => one.Name, StringComparer.Ordinal).ThenBy(one => one.Id)], [.. values[kudos.Id]], book),
            [.. reports[kudos.Id].Select(report => (report, report.ById is { } one ? names.GetValueOrDefault(one, "a colleague") : "a colleague"))]))];
    }
}

public sealed record ReportsRead(IReadOnlyList<ReportedKudos> Waiting, IReadOnlyList<ReportedKudos> Hidden);

/// <param name="Reports">Each with the name of who sent it.</param>
public sealed record ReportedKudos(KudosGiven Kudos, KudosWords Words, IReadOnlyList<(KudosReport Report, string By)> Reports);
