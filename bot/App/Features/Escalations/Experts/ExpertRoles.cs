using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;

namespace ServiceCulture.Bot.Features.Escalations.Experts;

/// <summary>The role of expert follows the topics: programmes and people lists go by it.</summary>
static class ExpertRoles
{
    /// <summary>Gives the role to those who are an expert of anything once this unit of work is saved, and takes it from those who were and no longer are.</summary>
    internal static async Task Follow(Db db, IReadOnlyCollection<Guid> members, CancellationToken cancel)
    {
        var stored = await db.Expertises.Where(one => members.Contains(one.MemberId)).ToListAsync(cancel);
        var experts = stored.Concat(db.Expertises.Local).Where(one => db.Entry(one).State is not EntityState.Deleted).Select(one => one.MemberId).ToHashSet();
        foreach (var member in await db.Members.Where(member => members.Contains(member.Id)).ToListAsync(cancel))
        {
            var before = member.Roles;
            if (experts.Contains(member.Id))
                member.Roles |= Roles.Expert;
            else
                member.Roles &= ~Roles.Expert;
            if (before != member.Roles)
                db.Add(Replanning.OfMember(member.Id));
        }
    }
}
