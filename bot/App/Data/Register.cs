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
    readonly ReadingTogether<Guid, MemberInfo> _members = new(async ids =>
    {
        await using var db = store.Open();
        return await ReadingMembers.Read(db, ids, clock.GetUtcNow().UtcDateTime, default);
    });
    readonly ReadingTogether<(int Installation, string ExternalId), object> _accounts = new(async keys =>
    {
        await using var db = store.Open();
        var found = new Dictionary<(int, string), object>();
        foreach (var one in keys.GroupBy(key => key.Installation, key => key.ExternalId))
        {
            List<string> ids = [.. one];
            foreach (var account in await db.Accounts.AsNoTracking().Where(account => account.InstallationId == one.Key && ids.Contains(account.ExternalId))
                         .Select(account => new { account.ExternalId, account.MemberId }).ToListAsync())
                found[(one.Key, account.ExternalId)] = account.MemberId;
        }
        return found;
    });
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
        var key = ("account", installation, externalId);
        if (!IsKept(key, out object? id))
            id = await Read(key, () => _accounts.Read((installation, externalId), cancel), keepNone: false);
        return id is Guid member ? await Member(member, cancel) : null;
    }

    /// <summary>The platform's id of the account that the organisation's directory knows by this id, or null.</summary>
    public ValueTask<string?> AccountByDirectory(int installation, string directoryId, CancellationToken cancel) =>
        Get(("directory", installation, directoryId), db => db.Accounts.AsNoTracking()
            .Where(account => account.InstallationId == installation && account.DirectoryId == directoryId)
            .OrderBy(account => account.CreatedAt).Select(account => account.ExternalId).FirstOrDefaultAsync(cancel));

    public ValueTask<MemberInfo?> Member(Guid id, CancellationToken cancel) => IsKept(("member", id), out MemberInfo? who) ? new(who) : new(ReadMember(id, cancel));

    Task<MemberInfo?> ReadMember(Guid id, CancellationToken cancel) => Read(("member", id), () => _members.Read(id, cancel), keepNone: false);

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
    public ValueTask<T?> Get<T>(object key, Func<Db, Task<T?>> read, bool keepNone = false) where T : class =>
        IsKept(key, out T? what) ? new(what) : new(ReadOpened(key, read, keepNone));

    bool IsKept<T>(object key, out T? what) where T : class
    {
        var isKept = _kept.TryGetValue(key, out var kept) && kept.Until > clock.GetUtcNow();
        what = isKept ? (T?)kept!.What : null;
        return isKept;
    }

    Task<T?> ReadOpened<T>(object key, Func<Db, Task<T?>> read, bool keepNone) where T : class => Read(key, async () =>
    {
        await using var db = store.Open();
        return await read(db);
    }, keepNone);

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

    async Task<T?> Read<T>(object key, Func<Task<T?>> read, bool keepNone) where T : class
    {
        var generation = Volatile.Read(ref _generation);
        var what = await read();
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
