using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Bot.Features.Escalations;

/// <summary>Whoever has a question holds it out to a person or a topic, with a brief; it stays theirs until somebody accepts, and until then they can take it back.</summary>
public sealed class HandingOver(Escalating escalating, OffersToMe offers) : IAnswer<Incoming.Press>, ITake<HandOver>
{
    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel)
    {
        var number = what.Ticket.About.Version;
        if (await OffersToMe.Find(what.Ticket.Row, turn, cancel) is not { } question)
            return OffersToMe.NotYours;
        if (what.Ticket.About.Id == OfferCard.TakeBackId)
        {
            var happened = await escalating.Happens(turn.Db, question, new Happening.HandoverTakenBack(turn.Who.Id), turn.Now, cancel);
            return (await offers.AsItStands(question, number, turn, cancel)) with { Sends = happened.Sends };
        }
        var now = await QuestionRows.Read(turn.Db, question, cancel);
        return now is { State: QuestionState.Owned, Live: null } && now.Owner == turn.Who.Id
            ? new Reply.Open(await Form(question, number, turn, cancel))
            : await offers.AsItStands(question, number, turn, cancel);
    }

    public async Task<Outcome> Take(HandOver form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        if (await OffersToMe.Find(what.Ticket.Row, turn, cancel) is not { } question)
            return OffersToMe.NotYours;
        var to = Guid.TryParse(form.To, out var person) ? person : (Guid?)null;
        var topic = Guid.TryParse(form.Topic, out var id) ? id : (Guid?)null;
        if (Fault(form, to, topic) is var (field, why))
            return await Again(field, why);
        var happened = await escalating.Happens(turn.Db, question, new Happening.HandedOver(turn.Who.Id, to, topic, form.Brief), turn.Now, cancel);
        return happened.Refused is { } refused ? await Again(refused is Refusal.Nobody && to is null ? HandOver.TopicField : HandOver.ToField, refused is Refusal.Nobody && to is null ? await SendingOn.Nobody(happened.Moved, topic, question, turn, cancel) : Why(refused)) : new Outcome(new Reply.None(), happened.Sends);

        async Task<Outcome> Again(string field, Text why) =>
            AnsweringOffers.Wrong((await Form(question, what.Ticket.About.Version, turn, cancel)).Filled(what.Answers), field, why);
    }

    static (string Field, Text Why)? Fault(HandOver form, Guid? to, Guid? topic) => form switch
    {
        _ when to is null && topic is null => (HandOver.ToField, $"Pick a person or a topic."),
        { Brief.Length: 0 } => (HandOver.BriefField, $"Write what they need to know, so that nobody has to say it again."),
        { Brief.Length: > HandOver.MostBrief } => (HandOver.BriefField, $"That is {form.Brief.Length} characters; at most {HandOver.MostBrief} fit."),
        _ => null,
    };

    static Text Why(Refusal refused) => refused switch
    {
        Refusal.ToAsker => $"They asked it. Pick somebody else.",
        Refusal.ToHolder => $"This is you. Pick somebody else.",
        Refusal.Nobody => $"I can't reach them. Pick somebody else.",
        Refusal.AlreadyOffered => $"You have asked somebody already; take that back first, on the question's card.",
        Refusal.Closed => $"The question is closed meanwhile, so nobody was asked.",
        _ => (Text)$"The question isn't yours any more, so nobody was asked.",
    };

    async Task<Form> Form(Question question, int number, Turn turn, CancellationToken cancel) =>
        HandOver.Form(await offers.Words(question, turn, cancel), number, await SendingOn.Topics(turn, cancel), await AnsweringOffers.Nearby(turn, cancel));
}
