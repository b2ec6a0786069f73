using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;

namespace ServiceCulture.Bot.Data;

/// <summary>
/// What every turn asks and what rarely changes: installations, people, policies, values. Read once, kept for a
/// minute, forgotten at once when this node changes any of it; another node's change is seen within that minute.
/// </summary>
public sealed class Register(IStore store, TimeProvider clock)
{
    static readonly TimeSpan Keep = TimeSpan.FromMinutes(1);
    const int Most = 50_000;

    readonly ConcurrentDictionary<object, Kept> _kept = [];
    int _generation;

    sealed record Kept(object? What, DateTimeOffset Until);

    public ValueTask<Installation?> Installation(int id, CancellationToken cancel) =>
        Get(("installation", id), db => db.Installations.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancel));

    /// <summary>All that are not removed.</summary>
    public async ValueTask<IReadOnlyList<Installation>> Installations(CancellationToken cancel) =>
        (await Get("installations", async db => (IReadOnlyList<Installation>)await db.Installations.AsNoTracking().Where(i => i.RemovedAt == null).ToListAsync(cancel)))!;

    public ValueTask<Installation?> Installation(Channel channel, string externalId, CancellationToken cancel) =>
        Get((channel, externalId), db => db.Installations.AsNoTracking().SingleOrDefaultAsync(i => i.Channel == channel && i.ExternalId == externalId && i.RemovedAt == null, cancel));

    public async ValueTask<Policies> Policies(CancellationToken cancel) =>
        (await Get("policies", async db => Data.Policies.From(await db.Policies.AsNoTracking().ToListAsync(cancel))))!;

    /// <summary>The member behind an account, or null where that account was never seen.</summary>
    public async ValueTask<MemberInfo?> ByAccount(int installation, string externalId, CancellationToken cancel)
    {
        var id = await Get(("account", installation, externalId), async db => (object?)await db.Accounts.AsNoTracking()
            .Where(account => account.InstallationId == installation && account.ExternalId == externalId)
            .Select(account => (Guid?)account.MemberId).SingleOrDefaultAsync(cancel));
        return id is Guid member ? await Member(member, cancel) : null;
    }

    /// <summary>The platform's id of the account that the organisation's directory knows by this id, or null.</summary>
    public ValueTask<string?> AccountByDirectory(int installation, string directoryId, CancellationToken cancel) =>
        Get(("directory", installation, directoryId), db => db.Accounts.AsNoTracking()
            .Where(account => account.InstallationId == installation && account.DirectoryId == directoryId)
            .OrderBy(account => account.CreatedAt).Select(account => account.ExternalId).FirstOrDefaultAsync(cancel));

    public ValueTask<MemberInfo?> Member(Guid id, CancellationToken cancel) => Get(("member", id), db => ReadingMembers.Read(db, id, clock.GetUtcNow().UtcDateTime, cancel));

    public async ValueTask<IReadOnlyList<MemberInfo>> Members(IEnumerable<Guid> ids, CancellationToken cancel)
    {
        var members = new List<MemberInfo>();
        foreach (var id in ids)
            if (await Member(id, cancel) is { } member)
                members.Add(member);
        return members;
    }

    /// <summary>Something else that rarely changes, kept under a name of its caller's own.</summary>
    /// <param name="keepNone">Also keeps that there is none: for rows whose coming makes this node forget (<see cref="Touched"/>).</param>
    public ValueTask<T?> Get<T>(object key, Func<Db, Task<T?>> read, bool keepNone = false) where T : class
    {
        if (_kept.TryGetValue(key, out var kept) && kept.Until > clock.GetUtcNow())
            return new((T?)kept.What);
        return new(Read(key, read, keepNone));
    }

    /// <summary>To be called when any of it was written.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref _generation);
        _kept.Clear();
    }

    /// <summary>True where saving this unit makes something stale that is kept. New people alone do not.</summary>
    public static bool Touched(Db db) => db.OnlyAdded.Any(IsStale) || db.ChangeTracker.Entries<IKept>().Any(entry =>
        entry.State is EntityState.Modified or EntityState.Deleted || (entry.State is EntityState.Added && IsStale(entry.Entity)));

    static bool IsStale(object added) => added is IKept and not (Data.Member or Account);

    async Task<T?> Read<T>(object key, Func<Db, Task<T?>> read, bool keepNone) where T : class
    {
        var generation = Volatile.Read(ref _generation);
        await using var db = store.Open();
        var what = await read(db);
        if (_kept.Count > Most)
            _kept.Clear();
        // What was read before a change is not kept after it.
        if ((what is not null || keepNone) && generation == Volatile.Read(ref _generation))
            _kept[key] = new Kept(what, clock.GetUtcNow() + Keep);
        return what;
    }
}

/// <summary>Marks the entities that <see cref="Register"/> keeps: whoever changes one makes it forget.</summary>
public interface IKept;
