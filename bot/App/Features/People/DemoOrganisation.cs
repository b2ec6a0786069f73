using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.People;

/// <summary>Plainly invented people to try the bot with, in Development, while the database knows nobody.</summary>
public static class DemoOrganisation
{
    sealed record Invented(string Id, string Name, string Zone, bool Leads = false, Roles Roles = Roles.None);

    static readonly (string Team, string Channel, Invented[] People)[] Teams =
    [
        ("Front desk", "front-desk",
        [
            new("petra", "Petra Lindqvist", "Europe/Berlin", Leads: true),
            new("mira", "Mira Solano", "Europe/Berlin"),
            new("ben", "Ben Okafor", "Europe/Berlin"),
            new("yuki", "Yuki Tanabe", "Europe/Berlin"),
            new("sam", "Sam Whitlock", "Europe/London"),
        ]),
        ("Phone line", "phone-line",
        [
            new("omar", "Omar Haddad", "Europe/Berlin", Leads: true),
            new("ana", "Ana Petrova", "Europe/Sofia"),
            new("ben-c", "Ben Castellano", "Europe/Rome"),
            new("noor", "Noor van Dijk", "Europe/Amsterdam"),
        ]),
        ("Back office", "back-office",
        [
            new("grace", "Grace Mbeki", "Africa/Johannesburg", Leads: true),
            new("leo", "Leo Fontaine", "Europe/Paris"),
            new("tomasz", "Tomasz Zielony", "Europe/Warsaw"),
        ]),
    ];

    // Those who run the bot or watch over it: in no team.
    static readonly Invented[] Keepers =
    [
        new("ines", "Ines Moreau", "Europe/Paris", Roles: Roles.Hr),
        new("walter", "Walter Brandt", "Europe/Berlin", Roles: Roles.WorksCouncil),
        new("olga", "Olga Sorensen", "Europe/Copenhagen", Roles: Roles.Owner),
    ];

    public static async Task FillIfEmpty(Db db, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.Members.AnyAsync(cancel))
            return;
        var now = clock.GetUtcNow().UtcDateTime;
        var installation = await db.Installations.SingleAsync(i => i.Channel == Channel.Local, cancel);
        foreach (var (name, channel, people) in Teams)
        {
            var team = new Team { Name = name, KudosInstallationId = installation.Id, KudosPlaceId = channel };
            db.AddRange(team, new Place { InstallationId = installation.Id, ExternalId = channel, Kind = PlaceKind.Channel, Name = name });
            foreach (var person in people)
            {
                var member = Add(db, installation.Id, person, now);
                db.Add(new TeamMembership { TeamId = team.Id, MemberId = member.Id, From = now });
                if (person.Leads)
                    team.ManagerId = member.Id;
            }
        }
        foreach (var keeper in Keepers)
            Add(db, installation.Id, keeper, now);
    }

    static Member Add(Db db, int installation, Invented person, DateTime now)
    {
        var member = new Member
        {
            Name = person.Name,
            NameKey = Folding.Key(person.Name),
            Email = $"{person.Id}@demo.example",
            Zone = person.Zone,
            Culture = "en",
            Roles = person.Roles,
            CreatedAt = now,
        };
        var account = new Account { InstallationId = installation, ExternalId = person.Id, MemberId = member.Id, VerifiedEmail = member.Email, CreatedAt = now };
        member.HomeAccountId = account.Id;
        db.AddRange(member, account);
        return member;
    }
}
