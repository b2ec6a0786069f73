using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Settings;

namespace ServiceCulture.Bot.Features.People;

/// <summary>The owner whom the settings name: they are given the role at start, or as soon as somebody of that verified e-mail is known.</summary>
public sealed class NamedOwner(OrganisationSettings organisation)
{
    readonly string? _email = organisation.Owner?.Trim().ToLowerInvariant();

    /// <summary>Looks whether they are known; to be saved by the caller.</summary>
    public async Task Bring(Db db, DateTime now, CancellationToken cancel)
    {
        if (_email is { Length: > 0 } && await db.Members.SingleOrDefaultAsync(member => member.Email == _email && member.MergedInto == null, cancel) is { } member)
            Greet(db, member, now);
    }

    /// <summary>The same for somebody who is at hand.</summary>
    internal void Greet(Db db, Member member, DateTime now)
    {
        if (!Is(member.Email) || member.LeftAt is not null || member.Roles.HasFlag(Roles.Owner))
            return;
        member.Roles |= Roles.Owner;
        db.Audit.Add(GivingRoles.Entry(null, member.Id, Roles.Owner, Roles.None, now));
        db.Add(Replanning.OfMember(member.Id));
    }

    internal bool Is(string? email) => email is not null && email == _email;
}
