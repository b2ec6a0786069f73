using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Crisis;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Bot.Features.Escalations;

/// <summary>What somebody does with a question that is held out to them, that they have, or that they look after as triage.</summary>
public sealed class AnsweringOffers(Escalating escalating, OffersToMe offers, CrisisHelp help) : IAnswer<Incoming.Press>, ITake<AnswerQuestion>, ITake<PassQuestion>, ITake<NotNowQuestion>
{
    const int Neighbours = 15;

    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel)
    {
        var (id, number) = (what.Ticket.About.Id, what.Ticket.About.Version);
        if (id is OfferCard.AcceptId or OfferCard.TakeId)
            return await Does(what.Ticket, new Happening.Accepted(turn.Who.Id, id == OfferCard.TakeId ? 0 : number), turn, cancel);
        if (await OffersToMe.Find(what.Ticket.Row, turn, cancel) is not { } question)
            return OffersToMe.NotYours;
        if (!await OffersToMe.MayAct(question, number, turn, cancel))
            return await offers.AsItStands(question, number, turn, cancel);
        return new Reply.Open(id switch
        {
            AnswerQuestion.OpenId => AnswerQuestion.Form(await offers.Words(question, turn, cancel), number),
            NotNowQuestion.OpenId => NotNowQuestion.Form(question.Id.ToString(), number),
            _ => PassQuestion.Form(question.Id.ToString(), number, await Nearby(turn, cancel)),
        });
    }

    public async Task<Outcome> Take(AnswerQuestion form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        if (await OffersToMe.Find(what.Ticket.Row, turn, cancel) is not { } question)
            return OffersToMe.NotYours;
        if (Fault(form, question) is not { } fault)
            return await help.OrHelp(form.Words, await Does(what.Ticket, new Happening.Answered(turn.Who.Id, form.Words, Decided(form, question)), turn, cancel), turn, cancel);
        return Wrong(AnswerQuestion.Form(await offers.Words(question, turn, cancel), what.Ticket.About.Version).Filled(what.Answers), fault.Field, fault.Why);
    }

    static (string Field, Text Why)? Fault(AnswerQuestion form, Question question) => form.Words.Length switch
    {
        0 => (AnswerQuestion.WordsField, $"Write your answer, or close this."),
        > AnswerQuestion.MostWords => (AnswerQuestion.WordsField, $"That is {form.Words.Length} characters; at most {AnswerQuestion.MostWords} fit."),
        _ when question.NeedsDecision && Decided(form, question) is null => (AnswerQuestion.DecisionField, $"They asked for a decision. Which is it?"),
        _ => null,
    };

    static Decision? Decided(AnswerQuestion form, Question question) => !question.NeedsDecision ? null : form.Decision switch
    {
        AnswerQuestion.Granted => Decision.Granted,
        AnswerQuestion.InPart => Decision.InPart,
        AnswerQuestion.Refused => Decision.Refused,
        _ => null,
    };

    public async Task<Outcome> Take(PassQuestion form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        var to = Guid.TryParse(form.To, out var named) ? named : (Guid?)null;
        var happening = new Happening.Passed(turn.Who.Id, what.Ticket.About.Version, to, form.Why);
        return form.Why.Length > PassQuestion.MostWhy
            ? await Again(PassQuestion.WhyField, $"That is {form.Why.Length} characters; at most {PassQuestion.MostWhy} fit.")
            : await help.OrHelp(form.Why, await Does(what.Ticket, happening, turn, cancel, why => why switch
            {
                Refusal.ToAsker => Again(PassQuestion.ToField, $"They asked it. Pick somebody else, or nobody: then whoever is next is asked."),
                Refusal.ToHolder => Again(PassQuestion.ToField, $"This is you. Pick somebody else, or nobody: then whoever is next is asked."),
                Refusal.NotNow when to is not null => Again(PassQuestion.ToField, $"It was handed to you in person, so you can take it or leave it. Leave this empty: then it stays with whoever has it."),
                Refusal.Nobody => Again(PassQuestion.ToField, $"I can't reach them. Pick somebody else, or nobody: then whoever is next is asked."),
                _ => null,
            }), turn, cancel);

        async Task<Outcome> Again(string field, Text why) => Wrong(PassQuestion.Form(what.Ticket.About.Row, what.Ticket.About.Version, await Nearby(turn, cancel)).Filled(what.Answers), field, why);
    }

    public Task<Outcome> Take(NotNowQuestion form, Incoming.Submit what, Turn turn, CancellationToken cancel) =>
        Does(what.Ticket, new Happening.NotNow(turn.Who.Id, what.Ticket.About.Version, int.TryParse(form.Minutes, out var minutes) ? Math.Clamp(minutes, 1, 24 * 60) : 10), turn, cancel);

    async Task<Outcome> Does(Ticket ticket, Happening what, Turn turn, CancellationToken cancel, Func<Refusal, Task<Outcome>?>? atField = null)
    {
        if (await OffersToMe.Find(ticket.Row, turn, cancel) is not { } question)
            return OffersToMe.NotYours;
        var happened = await escalating.Happens(turn.Db, question, what, turn.Now, cancel);
        if (happened.Refused is { } why)
            return atField?.Invoke(why) is { } again ? await again : await offers.Refuse(why, question, ticket.About.Version, turn, cancel);
        return turn.What is Incoming.Press ? (await offers.AsItStands(question, ticket.About.Version, turn, cancel)) with { Sends = happened.Sends } : new Outcome(new Reply.None(), happened.Sends);
    }

    internal static async Task<IReadOnlyList<Choice>> Nearby(Turn turn, CancellationToken cancel) =>
        turn.Who.Team is { } own ? [.. (await FindingPeople.InTeam(turn.Db, own.Id, Neighbours, cancel)).Where(choice => choice.Value != turn.Who.Id.ToString())] : [];

    internal static Outcome Wrong(Form form, string field, Text why) => new Reply.Wrong(form.Refused(new Dictionary<string, Text> { [field] = why }));
}
