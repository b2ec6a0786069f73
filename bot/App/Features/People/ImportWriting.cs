using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Data.Csv;
using ServiceCulture.Bot.Features.Programmes;

namespace ServiceCulture.Bot.Features.People;

/// <summary>In whose name an import happens, and when.</summary>
/// <param name="Who">Null: the operator, at the command line.</param>
/// <param name="Save">False: it only counts.</param>
sealed record ImportOrder(DateTime Now, MemberInfo? Who, bool Save);

/// <summary>Writes people and teams, some at a time, and counts. Without saving, it only counts.</summary>
sealed class ImportWriting(Db db, NamedOwner owner, ImportOrder order)
{
    const int Together = 500;

    readonly ImportTeamsWriting _teams = new(db, order);
    readonly HashSet<Guid> _written = [];
    readonly List<Guid> _changed = [];
    ImportCounts _people = new();

    internal ImportCounts Counts => _people with
    {
        NewTeams = _teams.New,
        TeamsWithNewManager = _teams.WithNewManager,
        TeamsWithNewParent = _teams.WithNewParent,
        WithNewDeputy = _teams.WithNewDeputy,
    };

    internal Task Teams(ImportTeams said, CancellationToken cancel) => _teams.Write(said, cancel);

    internal Task Managers(Dictionary<string, string> managers, CancellationToken cancel) => _teams.Managers(managers, cancel);

    internal Task Deputies(ImportDeputies said, CancellationToken cancel) => _teams.Deputies(said, cancel);

    internal async Task People(ImportPerson[] people, CancellationToken cancel)
    {
        var known = await ImportTeamsWriting.Known(db, [.. people.Select(person => person.Email)], cancel);
        var ids = known.Values.Select(member => member.Id).ToList();
        // Written out, as in Known.
        var memberships = (await db.TeamMemberships.Where(t => EF.Constant(ids).Contains(t.MemberId) && t.To == null).ToListAsync(cancel)).ToLookup(t => t.MemberId);
        foreach (var person in people)
            await Write(person, known.GetValueOrDefault(person.Email), memberships, cancel);
        await Save(cancel);
    }

    /// <summary>One line in the audit, with numbers and no names.</summary>
    internal async Task Close(string counts, CancellationToken cancel)
    {
        // Zone, site, team, roles or working hours may be others now.
        var changed = _changed.Union(_teams.Managing).ToList();
        db.AddRange(changed.Count > Together ? [Replanning.OfEverybody()] : changed.Select(Replanning.OfMember));
        Note(counts, null);
        await Save(cancel);
    }

    async Task Write(ImportPerson person, Member? member, ILookup<Guid, TeamMembership> memberships, CancellationToken cancel)
    {
        var isNew = member is null;
        if (isNew && HasLeft(person, null))
        {
            _people = _people with { LongGone = _people.LongGone + 1 };
            return;
        }
        if (member is null)
            db.Members.Add(member = new Member { Name = person.Name, NameKey = Folding.Key(person.Name), Email = person.Email, CreatedAt = order.Now });
        if (!_written.Add(member.Id))
            throw new CsvRefusedException(new(person.Line, ImportFields.Email, $"{person.Email} is the same person as somebody on a line above, under another address"));
        Update(member, person);
        Role(member, person);
        await Leave(member, person, cancel);
        owner.Greet(db, member, order.Now);
        var moved = Move(member.Id, person, [.. memberships[member.Id]]);
        var isChanged = moved || db.Entry(member).State is EntityState.Modified;
        Count(isNew, isChanged);
        if (isNew || isChanged)
            _changed.Add(member.Id);
        // Whoever was changed sees that it was so.
        if (!isNew && isChanged)
            Note(member.Id.ToString(), member.Id);
    }

    static void Update(Member member, ImportPerson person)
    {
        Trust.Name(member, person.Name, Source.Hr);
        Trust.Zone(member, person.Zone, Source.Hr);
        Trust.Language(member, person.Culture, Source.Hr);
        member.Country = person.Country ?? member.Country;
        member.Region = person.Region ?? member.Region;
        member.Site = person.Site ?? member.Site;
        if ((person.WorkDays is not null || person.Hours is not null) && Trust.Takes(member, Said.Hours, Source.Hr))
            (member.WorkDays, (member.WorkFrom, member.WorkTo)) = (person.WorkDays ?? member.WorkDays, person.Hours ?? (member.WorkFrom, member.WorkTo));
        member.StartsOn = person.Starts ?? member.StartsOn;
        member.IsStub = false;
    }

    // No file takes ownership away, and none of HR's gives it: that is between owners.
    void Role(Member member, ImportPerson person)
    {
        if (person.Roles is not { } roles)
            return;
        var wanted = roles | (member.Roles & Roles.Owner);
        var (added, taken) = (wanted & ~member.Roles, member.Roles & ~wanted);
        if (added.HasFlag(Roles.Owner) && order.Who is { } who && !Access.May(who, Right.GiveOwnership))
            throw new CsvRefusedException(new(person.Line, ImportFields.Role, "only an owner can make somebody an owner"));
        if ((added | taken) is not Roles.None)
            db.Audit.Add(GivingRoles.Entry(order.Who?.Id, member.Id, added, taken, order.Now));
        member.Roles = wanted;
    }

    async Task Leave(Member member, ImportPerson person, CancellationToken cancel)
    {
        if (person.Leaves is null && !person.Stays)
            return;
        // Who left by HR's word comes back by it; whom a platform let go comes back there.
        if (member.LeavesOn is not null && !HasLeft(person, member.Zone))
            member.LeftAt = null;
        member.LeavesOn = person.Leaves;
        if (HasLeft(person, member.Zone))
            await Leaving.Mark(db, member, Leaving.End(person.Leaves!.Value, member.Zone), order.Now, cancel);
    }

    bool HasLeft(ImportPerson person, string? zone) => person.Leaves is { } last && Leaving.End(last, person.Zone ?? zone) <= order.Now;

    bool Move(Guid member, ImportPerson person, List<TeamMembership> open)
    {
        if (person.Team is null || _teams.Id(person.Team) is var team && open is [{ TeamId: var only }] && only == team)
            return false;
        var isThere = open.Find(membership => membership.TeamId == team);
        foreach (var other in open.Where(membership => membership != isThere))
            other.To = order.Now;
        if (isThere is null)
            db.TeamMemberships.Add(new TeamMembership { TeamId = team, MemberId = member, From = order.Now });
        return true;
    }

    void Count(bool isNew, bool changed) => _people = (isNew, changed) switch
    {
        (true, _) => _people with { New = _people.New + 1 },
        (_, true) => _people with { Changed = _people.Changed + 1 },
        _ => _people with { Unchanged = _people.Unchanged + 1 },
    };

    void Note(string row, Guid? about) => db.Audit.Add(new AuditEntry { At = order.Now, Actor = order.Who?.Id, Act = "people.import", Row = row, About = about });

    Task Save(CancellationToken cancel) => ImportTeamsWriting.Save(db, order, cancel);
}
