using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Bot.Features.Escalations;

/// <summary>Whoever is on the triage rota sends a question to a person or a topic.</summary>
public sealed class SendingOn(Escalating escalating, OffersToMe offers) : IAnswer<Incoming.Press>, ITake<AssignQuestion>
{
    const int MostTopics = 100;

    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel)
    {
        if (await OffersToMe.Find(what.Ticket.Row, turn, cancel) is not { } question)
            return OffersToMe.NotYours;
        return question.State is QuestionState.Triage && question.TriageId == turn.Who.Id
            ? new Reply.Open(await Form(question, turn, cancel))
            : await offers.AsItStands(question, what.Ticket.About.Version, turn, cancel);
    }

    public async Task<Outcome> Take(AssignQuestion form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        if (await OffersToMe.Find(what.Ticket.Row, turn, cancel) is not { } question)
            return OffersToMe.NotYours;
        var to = Guid.TryParse(form.To, out var person) ? person : (Guid?)null;
        var topic = Guid.TryParse(form.Topic, out var id) ? id : (Guid?)null;
        if (to is null && topic is null)
            return await Again(AssignQuestion.ToField, $"Pick a topic or a person.");
        var happened = await escalating.Happens(turn.Db, question, new Happening.Assigned(turn.Who.Id, to, topic), turn.Now, cancel);
        return happened.Refused switch
        {
            null => new Outcome(new Reply.None(), happened.Sends),
            Refusal.ToAsker => await Again(AssignQuestion.ToField, $"They asked it. Pick somebody else."),
            Refusal.Nobody when to is not null => await Again(AssignQuestion.ToField, $"I can't reach them. Pick somebody else."),
            Refusal.Nobody => await Again(AssignQuestion.TopicField, await Nobody(happened.Moved, topic, question, turn, cancel)),
            { } why => await offers.Refuse(why, question, 0, turn, cancel),
        };

        async Task<Outcome> Again(string field, Text why) => AnsweringOffers.Wrong((await Form(question, turn, cancel)).Filled(what.Answers), field, why);
    }

    /// <summary>Why nobody of a topic can be asked, and from when on somebody can.</summary>
    internal static async Task<Text> Nobody(Moved moved, Guid? topic, Question question, Turn turn, CancellationToken cancel) =>
        moved.Nobody is { Why: { } why, Until: var until } && await turn.Db.Topics.FindAsync([topic ?? question.TopicId], cancel) is { } named
            ? $"{new NobodyWords(named.Name, why, until, question.NeedsDecision).Sentence} Pick another topic, or a person."
            : (Text)$"Nobody of that topic can be asked just now. Pick another, or a person.";

    static async Task<Form> Form(Question question, Turn turn, CancellationToken cancel) =>
        AssignQuestion.Form(question.Id.ToString(), await Topics(turn, cancel), await AnsweringOffers.Nearby(turn, cancel));

    internal static async Task<IReadOnlyList<Choice>> Topics(Turn turn, CancellationToken cancel)
    {
        var topics = await turn.Db.Topics.AsNoTracking().Where(topic => topic.ArchivedAt == null).OrderBy(topic => topic.NameKey).Take(MostTopics).ToListAsync(cancel);
        return [.. topics.Select(topic => new Choice(topic.Id.ToString(), Text.Of(topic.Name)))];
    }
}
