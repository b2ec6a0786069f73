using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Bot.Features.Escalations;

/// <summary>Writing to the other side from a card: in the card itself, or in the form that its button opens.</summary>
public sealed class WritingToOther(Conversing conversing, AskersQuestions asked, OffersToMe offers, SaidToMe said) : IAnswer<Incoming.Press>, ITake<SayToOther>, ITake<SayHere>
{
    static Outcome NotYours => Refusing.Word($"This question is no longer there, or it isn't yours, so nothing was sent.");

    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel)
    {
        var about = what.Ticket.About;
        if (await Conversing.Find(Of(about), turn, cancel) is not { } question)
            return NotYours;
        return question.ClosedAt is null && await conversing.Other(question, turn, cancel) is { } other
            ? new Reply.Open(SayToOther.Form(about.Row, about.Version, other.Name))
            : await AsItStands(question, about, "", turn, cancel);
    }

    public async Task<Outcome> Take(SayToOther form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        var about = what.Ticket.About;
        if (await Conversing.Find(Of(about), turn, cancel) is not { } question)
            return NotYours;
        var answered = await conversing.Say(question, form.Words, turn, cancel);
        if (answered.Refused is not { } why)
            return await conversing.OrHelp(form.Words, new Outcome(new Reply.None(), answered.Sends), turn, cancel);
        var name = (await conversing.Other(question, turn, cancel))?.Name ?? "the other side";
        return AnsweringOffers.Wrong(SayToOther.Form(about.Row, about.Version, name).Filled(what.Answers), SayToOther.WordsField, why);
    }

    // The card that it was typed into comes back: as it stands then, or with the words kept in it.
    public async Task<Outcome> Take(SayHere form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        var about = what.Ticket.About;
        if (await Conversing.Find(Of(about), turn, cancel) is not { } question)
            return NotYours;
        var answered = await conversing.Say(question, form.Words, turn, cancel);
        var card = await AsItStands(question, about, answered.Refused is null ? form.Words : "", turn, cancel);
        return answered.Refused is { } why && card.Reply is Reply.Replace replace
            ? new Reply.Replace(SayHere.Kept(replace.Card, form.Words, why))
            : await conversing.OrHelp(form.Words, new Outcome(card.Reply, answered.Sends), turn, cancel);
    }

    // An asker's card, an offer's, or a message of the other side's.
    async Task<Outcome> AsItStands(Question question, Ref card, string answered, Turn turn, CancellationToken cancel)
    {
        // Where nothing happened, its offers have not been looked at yet.
        await QuestionRows.Read(turn.Db, question, cancel);
        return (card.Row.Split('/'), card.Version) switch
        {
            ([_, var number], _) => await said.AsItStands(question, int.TryParse(number, out var one) ? one : 0, answered, turn, cancel) ?? NotYours,
            _ when question.AskerId == turn.Who.Id => await asked.AsItStands(question, turn, cancel),
            (_, var offer) => await offers.AsItStands(question, offer, turn, cancel),
        };
    }

    static Guid Of(Ref card) => Guid.TryParse(card.Row.Split('/')[0], out var question) ? question : Guid.Empty;
}

/// <summary>A message of the other side's, as its reader's card.</summary>
public sealed class SaidToMe(QuestionMessages messages, QuestionViews views)
{
    internal async Task<Outcome?> AsItStands(Question question, int number, string answered, Turn turn, CancellationToken cancel)
    {
        if (await turn.Db.QuestionEvents.SingleOrDefaultAsync(one => one.QuestionId == question.Id && one.Number == number, cancel) is not { Kind: Course.EventKind.Said or Course.EventKind.Added } said)
            return null;
        var now = QuestionRows.Read(question, turn.Db.QuestionOffers.Local.Where(offer => offer.QuestionId == question.Id).OrderBy(offer => offer.Number));
        return new Reply.Replace(await messages.Card(said, question, now, turn.Who.Id, await views.Words(turn.Db, question, cancel), answered, cancel));
    }
}
