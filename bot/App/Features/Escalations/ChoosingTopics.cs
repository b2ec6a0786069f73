using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Bot.Features.Escalations;

/// <summary>The asker says where their question belongs; what fits none of the topics, a person looks at.</summary>
public sealed class ChoosingTopics(AskersQuestions questions, IRouteQuestions routing, QuestionViews views, TakingKnownAnswers known) : IAnswer<Incoming.Press>, ITake<ChooseTopic>
{
    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel)
    {
        if (await AskersQuestions.Find(what.Ticket.Row, turn, cancel) is not { } question)
            return AskersQuestions.NotYours;
        return question.State is QuestionState.Choosing
            ? new Reply.Open(ChooseTopic.Form(question.Id.ToString(), 0, Words(await routing.Route(question.Words, cancel)), question.Deadline!.Value, await views.Known(turn.Db, question, cancel)))
            : await questions.AsItStands(question, turn, cancel);
    }

    public async Task<Outcome> Take(ChooseTopic form, Incoming.Submit what, Turn turn, CancellationToken cancel) =>
        form.Known is { } answer ? await known.Take(what.Ticket.Row, answer, turn, cancel)
        : await questions.Does(what.Ticket.Row, new Happening.TopicChosen(turn.Who.Id, Guid.TryParse(form.Topic, out var topic) ? topic : null), turn, cancel);

    internal static IReadOnlyList<TopicWords> Words(Routed routed) =>
        [.. routed.Topics.Select(topic => new TopicWords(topic.Id.ToString(), topic.Name, topic.Similar, topic.Words))];
}
