using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Kudos;

namespace ServiceCulture.Bot.Features.Kudos;

/// <summary>The form as the rules in force, the place and the people around make it.</summary>
public sealed class KudosForms(Register register)
{
    const int Neighbours = 15;

    /// <param name="filled">What stands in it already.</param>
    /// <param name="link">The address of the message it is about; empty where there is none.</param>
    /// <param name="meant">Who may be meant by a name that was typed: they stand in the list of people.</param>
    public async Task<Form> Form(GiveKudos filled, Turn turn, string link, CancellationToken cancel, IReadOnlyList<Guid>? meant = null)
    {
        var options = await Options(filled, turn, cancel, meant);
        return GiveKudos.Form(options, link).Filled((filled with { ManagersSee = options.ManagersSee }).Answers);
    }

    public async Task<GiveKudosOptions> Options(GiveKudos filled, Turn turn, CancellationToken cancel, IReadOnlyList<Guid>? meant = null)
    {
        var policies = await register.Policies(cancel);
        var values = await ValueBook.Read(register, cancel);
        return Options(policies, values, await PostingPlace(turn, cancel)) with { Nearby = await Nearby(filled, meant ?? [], turn, cancel), Example = Example(filled, values) };
    }

    /// <summary>The same for nobody in particular.</summary>
    /// <param name="place">Where public kudos would be posted; null: nowhere.</param>
    public static GiveKudosOptions Options(Policies policies, ValueBook values, PostingPlace? place = null) => new()
    {
        Values = policies.KudosValue is ValueRule.Off ? [] : [.. values.ForKudos.Select(value => new Choice(value.Id, $"{value.Glyph} {value.Name}", Text.Of(value.Meaning)))],
        ValueRequired = policies.KudosValue is ValueRule.Required,
        ManagersSee = policies.ManagersSeePrivateKudos,
        WhoSees = Seen.Line(policies, place),
        Example = Example(null, values),
    };

    /// <summary>Where public kudos of this turn are posted: where they are given, or the team's own channel when that is in private.</summary>
    public async Task<PostingPlace?> PostingPlace(Turn turn, CancellationToken cancel)
    {
        var given = turn.What is Incoming.Submit submit ? submit.Ticket.Where : turn.Where;
        var address = given.Kind is PlaceKind.Person ? turn.Who.Team?.KudosPlace : given;
        if (address is null || await register.Installation(address.Installation, cancel) is not { RemovedAt: null })
            return null;
        var place = await register.Get(("place", address.Installation, address.Id), db => db.Places.AsNoTracking()
            .FirstOrDefaultAsync(p => p.InstallationId == address.Installation && p.ExternalId == address.Id && p.RemovedAt == null, cancel), keepNone: true);
        return new PostingPlace(address, place?.Name);
    }

    // Those already picked first and those who may be meant, then the own team: most thanks go to someone near.
    async Task<IReadOnlyList<Choice>> Nearby(GiveKudos filled, IReadOnlyList<Guid> meant, Turn turn, CancellationToken cancel)
    {
        var picked = await register.Members(filled.To.Select(id => Guid.TryParse(id, out var guid) ? guid : Guid.Empty).Where(id => id != Guid.Empty).Concat(meant), cancel);
        var team = turn.Who.Team is { } own ? await FindingPeople.InTeam(turn.Db, own.Id, Neighbours, cancel) : [];
        var offered = team.Count > 0 ? team : await FindingPeople.Matching(turn.Db, "", Neighbours, cancel);
        return [.. picked.Select(member => FindingPeople.Choice(member.Id, member.Name, member.Team?.Name))
            .Concat(offered.Where(choice => choice.Value != turn.Who.Id.ToString()))
            .DistinctBy(choice => choice.Value)];
    }

    static Text? Example(GiveKudos? filled, ValueBook values) =>
        filled is { Values.Count: > 0 } && values.Find(filled.Values[0]) is { Starters.Count: > 0 } value
            ? Text.Of(value.Starters[0])
            : $"You stayed with the caller about the double charge until it was sorted, so nobody had to ring again.";
}

/// <summary>Where public kudos are posted, by name where it is known.</summary>
public sealed record PostingPlace(Address Address, string? Name);

/// <summary>Who sees kudos, in one line, from the policy in force.</summary>
static class Seen
{
    public static Text Line(Policies policies, PostingPlace? place) => $"{Public(place)} {(policies.ManagersSeePrivateKudos
        ? (Text)$"Otherwise the people you thank and their managers see it, nobody else."
        : $"Private: the people you thank see it, nobody else.")}";

    public static Text After(KudosAudience audience, PostingPlace? place) => audience switch
    {
        KudosAudience.Receivers => $"Nobody else sees them.",
        KudosAudience.ReceiversAndManagers => $"Their managers see them too, nobody else.",
        _ when place is { Name: { } name } => $"They are posted in {new Hole.Bold(name)}.",
        _ when place is not null => $"They are posted here for everyone.",
        _ => (Text)$"There is no kudos channel to post them in, so the message goes to them alone.",
    };

    static Text Public(PostingPlace? place) => place switch
    {
        null => $"Public: the message goes to the people you thank; there is no kudos channel yet to post it in.",
        { Name: { } name } => $"Public: it is posted in {new Hole.Bold(name)}, and each person gets it too.",
        _ => $"Public: it is posted here, and each person gets it too.",
    };
}
