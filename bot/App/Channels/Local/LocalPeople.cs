using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Channels.Local;

/// <summary>Whom one can play on the page, and what can be typed.</summary>
sealed class LocalPeople(IStore store, Register register)
{
    static readonly (string Name, Text About, Text Example)[] Commands =
    [
        ("kudos", $"Thank a colleague", $"kudos @name #value what they did and what it led to"),
        ("ask", $"A question you can't answer, for somebody who can", $"ask how do I move a delivery that is on its way? #waiting"),
        ("checkin", $"How steady do you feel? Yours alone", $"checkin"),
        ("help", $"What I can do for you", $"help"),
        ("rough", $"Before a hard call, and after one", $"rough"),
        ("myday", $"Your days, and the thoughts that keep coming back", $"myday"),
        ("mykudos", $"Thanks you received and gave", $"mykudos"),
        ("phrases", $"Words for the customer, for when it gets hard", $"phrases"),
        ("values", $"What we value", $"values"),
        ("experts", $"What you are asked about, and when", $"experts"),
        ("digest", $"Your last digest; yours alone: digest me", $"digest"),
        ("team", $"Your team's open questions", $"team"),
        ("pause", $"When I ask, and when I don't", $"pause"),
        ("settings", $"Your time zone, language and working hours", $"settings"),
        ("mydata", $"What is kept of you: take it along, or have it erased", $"mydata"),
        ("console", $"The console, for whoever runs it", $"console"),
    ];

    public async Task<PeopleAnswer> Read(CancellationToken cancel)
    {
        await using var db = store.Open();
        var installation = (await register.Installation(Channel.Local, "local", cancel))!;
        var ids = await db.Accounts.AsNoTracking().Where(account => account.InstallationId == installation.Id && account.LeftAt == null)
            .OrderBy(account => account.ExternalId).Select(account => new { account.ExternalId, account.MemberId }).ToListAsync(cancel);
        var people = new List<LocalPerson>();
        foreach (var id in ids)
            if (await register.Member(id.MemberId, cancel) is { HasLeft: false } member)
                people.Add(new LocalPerson(id.ExternalId, member.Name, member.Team?.Name, Role(member).Plain(Reader.Plain)));
        var places = await db.Places.AsNoTracking().Where(place => place.InstallationId == installation.Id && place.RemovedAt == null).OrderBy(place => place.Name).ToListAsync(cancel);
        var values = await db.Values.AsNoTracking().Where(value => value.ForKudos && value.ArchivedAt == null && value.Language == "en").OrderBy(value => value.Name).ToListAsync(cancel);
        return new PeopleAnswer(people, [.. places.Select(place => new LocalPlace(place.ExternalId, place.Name ?? place.ExternalId))],
            [.. Commands.Select(command => new LocalCommand(command.Name, command.About.Plain(Reader.Plain), command.Example.Plain(Reader.Plain)))],
            [.. values.Select(value => new LocalValue(value.Id, value.Name, value.Glyph))]);
    }

    static Text Role(MemberInfo member) => member switch
    {
        _ when member.Roles.HasFlag(Roles.Hr) => $"HR",
        _ when member.Roles.HasFlag(Roles.Owner) => $"Owner",
        _ when member.Roles.HasFlag(Roles.WorksCouncil) => $"Works council",
        { Manages.Count: > 0 } => $"Manager",
        _ => $"Agent",
    };
}
