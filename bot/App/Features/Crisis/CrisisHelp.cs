using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Crisis;

namespace ServiceCulture.Bot.Features.Crisis;

/// <summary>
/// What help there is for a person, and whether what they wrote has it offered. Their words are read in passing and never
/// stored, logged or counted here. Written in a form they are answered in a private form, of which nothing is kept. Typed in
/// a chat they are answered there by a card for their author alone, which says nothing of a list: a message like any other,
/// whose body the outbox empties seven days after it was sent.
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
        CrisisWords.Read(typed) is null ? new Reply.None() : new Reply.Next(await Form(turn.Who, turn.Db, cancel, GetHelp.Kept));

    /// <summary>
    /// For words on the list that are meant for others, the help to whoever wrote them; else what would have been said. The
    /// words are passed on all the same: nobody is stopped. What came in a form is answered in a private one; a channel that
    /// can't open that there shows its entrance.
    /// </summary>
    public async ValueTask<Outcome> OrHelp(string typed, Outcome outcome, Turn turn, CancellationToken cancel)
    {
        if (outcome.Reply is Reply.Wrong || CrisisWords.Read(typed) is null)
            return outcome;
        var said = outcome.Reply is Reply.Whisper { Card.Body: [Block.Say say, ..] } ? say.Text : null;
        return (turn.What, outcome.Reply) switch
        {
            // The card that it was typed into comes back, and changes as the words arrive: what stood in its place would be gone at once.
            (Incoming.Submit, Reply.Replace) => outcome with { Sends = [Answering.InPrivate(turn, GetHelp.Answer(await Words(turn.Who, cancel))), .. outcome.Sends] },
            (Incoming.Submit, _) => outcome with { Reply = new Reply.Next(await Form(turn.Who, turn.Db, cancel, said ?? GetHelp.PassedOn)) },
            _ => outcome with { Reply = new Reply.Whisper(GetHelp.Answer(await Words(turn.Who, cancel), said)) },
        };
    }

    /// <summary>The help as a form of its own.</summary>
    /// <param name="became">What became of the words that it opens after; null: they came for it.</param>
    public async ValueTask<Form> Form(MemberInfo who, Db db, CancellationToken cancel, Text? became = null)
    {
        var team = who.Team is { } own ? await FindingPeople.InTeam(db, own.Id, Neighbours, cancel) : [];
        return GetHelp.Form(await Words(who, cancel), [.. team.Where(choice => choice.Value != who.Id.ToString())], became);
    }

    public async ValueTask<HelpWords> Words(MemberInfo who, CancellationToken cancel) => new(
        ShippedHelp.EmergencyNumber(who.Country),
        who.Country is { } country ? await Confirmed(country.ToUpperInvariant(), cancel) : [],
        (await register.Policies(cancel)).CrisisProgramme);

    async ValueTask<IReadOnlyList<HelpLineWords>> Confirmed(string country, CancellationToken cancel) =>
        (await register.Get(("help-lines", country), async db => (IReadOnlyList<HelpLineWords>)[.. (await db.HelpLines.AsNoTracking()
            .Where(line => line.Country == country && line.ConfirmedAt != null).OrderBy(line => line.Name).ThenBy(line => line.Number).ToListAsync(cancel)).Select(line => line.Words)]))!;
}
