using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Crisis;

namespace ServiceCulture.Bot.Features.Crisis;

/// <summary>
/// What help there is for a person. It knows who asks and nothing of why: no words come in here, nothing is stored,
/// logged or counted.
/// </summary>
public sealed class CrisisHelp(Register register)
{
    const int Neighbours = 15;

    /// <summary>The help as notes, for the top of another private form.</summary>
    public async Task<IReadOnlyList<Field>> Notes(MemberInfo who, CancellationToken cancel) => GetHelp.Notes(await Words(who, cancel));

    /// <summary>The help as a form of its own.</summary>
    public async ValueTask<Form> Form(MemberInfo who, Db db, CancellationToken cancel)
    {
        var team = who.Team is { } own ? await FindingPeople.InTeam(db, own.Id, Neighbours, cancel) : [];
        return GetHelp.Form(await Words(who, cancel), [.. team.Where(choice => choice.Value != who.Id.ToString())]);
    }

    public async ValueTask<HelpWords> Words(MemberInfo who, CancellationToken cancel) => new(
        ShippedHelp.EmergencyNumber(who.Country),
        who.Country is { } country ? await Confirmed(country.ToUpperInvariant(), cancel) : [],
        (await register.Policies(cancel)).CrisisProgramme);

    async ValueTask<IReadOnlyList<HelpLineWords>> Confirmed(string country, CancellationToken cancel) =>
        (await register.Get(("help-lines", country), async db => (IReadOnlyList<HelpLineWords>)[.. (await db.HelpLines.AsNoTracking()
            .Where(line => line.Country == country && line.ConfirmedAt != null).OrderBy(line => line.Name).ThenBy(line => line.Number).ToListAsync(cancel)).Select(line => line.Words)]))!;
}
