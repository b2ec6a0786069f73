using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
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

    /// <summary>Another form, with the help at its top where what was typed into it is on the list.</summary>
    public async Task<Form> Above(Form form, string typed, MemberInfo who, CancellationToken cancel) =>
        CrisisWords.Read(typed) is null ? form : form with { Fields = [.. await Notes(who, cancel), .. form.Fields] };

    /// <summary>What follows the last of several forms, whose words are kept by now: the help where they are on the list, else nothing.</summary>
    public async Task<Reply> After(string typed, Turn turn, CancellationToken cancel) =>
        CrisisWords.Read(typed) is null ? new Reply.None() : new Reply.Next(await Form(turn.Who, turn.Db, cancel, afterWords: true));

    /// <summary>For words on the list that are meant for others, the help as a card that whoever wrote them alone sees; else what would have been said. The words are passed on all the same: nobody is stopped.</summary>
    public async ValueTask<Outcome> OrHelp(string typed, Outcome outcome, Turn turn, CancellationToken cancel) =>
        outcome.Reply is Reply.Wrong || CrisisWords.Read(typed) is null ? outcome : outcome with { Reply = new Reply.Whisper(GetHelp.Answer(await Words(turn.Who, cancel))) };

    /// <summary>The help as a form of its own.</summary>
    public async ValueTask<Form> Form(MemberInfo who, Db db, CancellationToken cancel, bool afterWords = false)
    {
        var team = who.Team is { } own ? await FindingPeople.InTeam(db, own.Id, Neighbours, cancel) : [];
        return GetHelp.Form(await Words(who, cancel), [.. team.Where(choice => choice.Value != who.Id.ToString())], afterWords);
    }

    public async ValueTask<HelpWords> Words(MemberInfo who, CancellationToken cancel) => new(
        ShippedHelp.EmergencyNumber(who.Country),
        who.Country is { } country ? await Confirmed(country.ToUpperInvariant(), cancel) : [],
        (await register.Policies(cancel)).CrisisProgramme);

    async ValueTask<IReadOnlyList<HelpLineWords>> Confirmed(string country, CancellationToken cancel) =>
        (await register.Get(("help-lines", country), async db => (IReadOnlyList<HelpLineWords>)[.. (await db.HelpLines.AsNoTracking()
            .Where(line => line.Country == country && line.ConfirmedAt != null).OrderBy(line => line.Name).ThenBy(line => line.Number).ToListAsync(cancel)).Select(line => line.Words)]))!;
}
