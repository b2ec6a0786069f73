using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;

namespace ServiceCulture.Bot.Features.People;

/// <summary>What came of giving or taking roles.</summary>
public enum RolesGiven
{
    Done,

    /// <summary>They have these roles already.</summary>
    AsBefore,

    /// <summary>Whoever acts may not; nothing was changed.</summary>
    NotAllowed,

    /// <summary>Whoever it is about is not here any more, or never was.</summary>
    NobodyThere,

    /// <summary>There has to be an owner, or while there is none, somebody in HR.</summary>
    LastOne,

    /// <summary>The settings name them as the owner: only the settings can name another.</summary>
    NamedInSettings,
}

/// <summary>HR and owners give and take roles; each time it is written down, for whom it is about to see. An owner is made and unmade by owners only.</summary>
public sealed class GivingRoles(IStore store, Register register, NamedOwner named, TimeProvider clock)
{
    /// <summary>The act in the audit log.</summary>
    public const string Act = "people.roles";

    /// <param name="roles">All roles that they are to have from now on.</param>
    public async Task<RolesGiven> Give(MemberInfo who, Guid member, Roles roles, CancellationToken cancel)
    {
        if (!Access.May(who, Right.GiveRoles))
            return RolesGiven.NotAllowed;
        var given = await store.Do(async db =>
        {
            var came = await Give(db, who, member, roles, cancel);
            if (came is RolesGiven.Done)
                await db.SaveChangesAsync(cancel);
            return came;
        }, cancel);
        if (given is RolesGiven.Done)
            register.Forget();
        return given;
    }

    async Task<RolesGiven> Give(Db db, MemberInfo who, Guid id, Roles roles, CancellationToken cancel)
    {
        if (await db.Members.SingleOrDefaultAsync(one => one.Id == id && one.MergedInto == null && one.LeftAt == null && !one.IsBot, cancel) is not { } member)
            return RolesGiven.NobodyThere;
        var (added, taken) = (roles & ~member.Roles, member.Roles & ~roles);
        if ((added | taken) is Roles.None)
            return RolesGiven.AsBefore;
        if ((added | taken).HasFlag(Roles.Owner) && !Access.May(who, Right.GiveOwnership))
            return RolesGiven.NotAllowed;
        if (taken.HasFlag(Roles.Owner) && named.Is(member.Email))
            return RolesGiven.NamedInSettings;
        if (await IsLast(db, member, roles, cancel))
            return RolesGiven.LastOne;
        member.Roles = roles;
        db.Audit.Add(Entry(who.Id, id, added, taken, clock.GetUtcNow().UtcDateTime));
        db.Add(Replanning.OfMember(id));
        return RolesGiven.Done;
    }

    // Without an owner HR is who gives roles; without either nobody could, ever again.
    static async Task<bool> IsLast(Db db, Member member, Roles wanted, CancellationToken cancel)
    {
        var others = db.Members.Where(one => one.Id != member.Id && one.LeftAt == null && one.MergedInto == null && !one.IsBot);
        if (member.Roles.HasFlag(Roles.Owner) && !wanted.HasFlag(Roles.Owner))
            return !await others.AnyAsync(one => (one.Roles & Roles.Owner) != 0, cancel);
        return member.Roles.HasFlag(Roles.Hr) && (wanted & (Roles.Hr | Roles.Owner)) == 0 && !await others.AnyAsync(one => (one.Roles & (Roles.Hr | Roles.Owner)) != 0, cancel);
    }

    /// <param name="by">Null: the program itself, by the settings.</param>
    internal static AuditEntry Entry(Guid? by, Guid about, Roles added, Roles taken, DateTime now) =>
        new() { At = now, Actor = by, Act = Act, Row = $"{about} +{added} -{taken}", About = about };
}
