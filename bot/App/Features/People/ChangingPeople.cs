using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Privacy;

namespace ServiceCulture.Bot.Features.People;

/// <summary>HR sets who stands in for somebody, and erases what is kept of somebody who asked for that. Each is written down, for whom it is about to see.</summary>
public sealed class ChangingPeople(IStore store, Register register, PersonalData personal, TimeProvider clock)
{
    /// <summary>The acts in the audit log.</summary>
    public const string DeputyAct = "people.deputy", EraseAct = "people.erase";

    /// <param name="deputy">Null: nobody any more.</param>
    /// <param name="isAlways">False: only while they are away.</param>
    /// <returns>False where nothing was changed: they may not, or one of the two is not here, or both are one.</returns>
    public Task<bool> SetDeputy(MemberInfo who, Guid member, Guid? deputy, bool isAlways, CancellationToken cancel) => Do(who, async (db, now) =>
    {
        if (deputy == member || await Here(db, member, cancel) is not { } row || (deputy is { } other && await Here(db, other, cancel) is null))
            return false;
        (row.DeputyId, row.DeputyIsAlways) = (deputy, deputy is not null && isAlways);
        db.Audit.Add(Entry(who, DeputyAct, $"{member} {(deputy is null ? "none" : isAlways ? "always" : "away")}", member, now));
        return true;
    }, cancel);

    /// <summary>Destroys the person's key and takes their own rows, as they could do themselves with <c>mydata</c>.</summary>
    /// <param name="keepsName">False: kudos that they gave say "a colleague" from now on.</param>
    /// <returns>False where nothing was erased: whoever acts may not, or nobody is there.</returns>
    public Task<bool> Erase(MemberInfo who, Guid member, bool keepsName, CancellationToken cancel) => Do(who, async (db, now) =>
    {
        if (!await db.Members.AnyAsync(one => one.Id == member && one.MergedInto == null, cancel))
            return false;
        await personal.Erase(db, member, new Erasure(keepsName, Tickets.Moment(now)), cancel);
        db.Audit.Add(Entry(who, EraseAct, member.ToString(), member, now));
        return true;
    }, cancel);

    async Task<bool> Do(MemberInfo who, Func<Db, DateTime, Task<bool>> change, CancellationToken cancel)
    {
        if (!Access.May(who, Right.ChangePeople))
            return false;
        var isDone = await store.Do(async db =>
        {
            var isDone = await change(db, clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancel);
            return isDone;
        }, cancel);
        register.Forget();
        return isDone;
    }

    static Task<Member?> Here(Db db, Guid id, CancellationToken cancel) => db.Members.SingleOrDefaultAsync(one => one.Id == id && one.MergedInto == null && one.LeftAt == null && !one.IsBot, cancel);

    static AuditEntry Entry(MemberInfo who, string act, string row, Guid about, DateTime now) => new() { At = now, Actor = who.Id, Act = act, Row = row, About = about };
}
