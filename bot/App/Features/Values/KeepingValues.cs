using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Values;

/// <summary>HR's own hand on the values: packs on and off, words changed, values of their own, archived and back. For the console.</summary>
public sealed class KeepingValues(IStore store, Register register, TimeProvider clock)
{
    /// <summary>The pack that holds what the organisation adds.</summary>
    internal const string OwnPack = "own";

    const string Language = "en";

    public async Task<ValuesRead> Read(CancellationToken cancel)
    {
        await using var db = store.Open();
        return new(await db.ValuePacks.AsNoTracking().Where(pack => pack.Language == Language).OrderBy(pack => pack.Order).ThenBy(pack => pack.Name).ToListAsync(cancel),
            await db.Values.AsNoTracking().Where(value => value.Language == Language).OrderBy(value => value.Name).ToListAsync(cancel));
    }

    /// <summary>Switches a pack; twice is as once.</summary>
    public Task SwitchPack(string id, bool on, MemberInfo who, CancellationToken cancel) => Change(async db =>
    {
        if (await db.ValuePacks.SingleOrDefaultAsync(pack => pack.Id == id && pack.Language == Language, cancel) is { } pack && pack.IsOn != on)
            (pack.IsOn, _) = (on, Note(db, who, "values.pack", $"{id} {(on ? "on" : "off")}"));
    }, cancel);

    /// <summary>Archives it or brings it back: nothing is lost, history keeps its name.</summary>
    public Task Archive(string id, bool isArchived, MemberInfo who, CancellationToken cancel) => Change(async db =>
    {
        if (await Find(db, id, cancel) is { } value && value.ArchivedAt is not null != isArchived)
            (value.ArchivedAt, _) = (isArchived ? clock.GetUtcNow().UtcDateTime : null, Note(db, who, "values.archive", $"{id} {(isArchived ? "archived" : "back")}"));
    }, cancel);

    /// <summary>Writes it down, a new one where the draft has no id; else says, by field, why not.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Save(ValueDraft draft, MemberInfo who, CancellationToken cancel)
    {
        IReadOnlyDictionary<string, string> faults = new Dictionary<string, string>();
        await Change(async db =>
        {
            var all = await db.Values.Where(value => value.Language == Language).ToListAsync(cancel);
            faults = draft.Faults(all);
            if (faults.Count > 0)
                return;
            if (draft.Id is null)
                await Add(db, draft, all, who, cancel);
            else if (all.Find(value => value.Id == draft.Id) is { } value)
                (value.Version, _) = (value.Version + draft.Into(value), Note(db, who, "values.edit", value.Id));
        }, cancel);
        return faults;
    }

    async Task Add(Db db, ValueDraft draft, List<CoreValue> all, MemberInfo who, CancellationToken cancel)
    {
        var value = draft.New(draft.FreeId(all), Language);
        db.Add(value);
        var pack = await db.ValuePacks.SingleOrDefaultAsync(one => one.Id == OwnPack && one.Language == Language, cancel);
        if (pack is null)
            db.Add(pack = new ValuePack { Id = OwnPack, Language = Language, Version = 1, Origin = Origin.Own, Name = "Our own", About = "What this organisation values besides.", ValueIds = [], Order = 100 });
        pack.ValueIds = [.. pack.ValueIds, value.Id];
        Note(db, who, "values.add", value.Id);
    }

    async Task Change(Func<Db, Task> change, CancellationToken cancel)
    {
        await store.Do(async db =>
        {
            await change(db);
            return await db.SaveChangesAsync(cancel);
        }, cancel);
        register.Forget();
    }

    static Task<CoreValue?> Find(Db db, string id, CancellationToken cancel) => db.Values.SingleOrDefaultAsync(value => value.Id == id && value.Language == Language, cancel);

    AuditEntry Note(Db db, MemberInfo who, string act, string row)
    {
        var entry = new AuditEntry { At = clock.GetUtcNow().UtcDateTime, Actor = who.Id, Act = act, Row = row };
        db.Audit.Add(entry);
        return entry;
    }
}

/// <summary>All packs and values, also those that are off or archived.</summary>
public sealed record ValuesRead(IReadOnlyList<ValuePack> Packs, IReadOnlyList<CoreValue> Values);
