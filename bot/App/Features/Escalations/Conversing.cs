using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.Crisis;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Bot.Features.Escalations;

/// <summary>
/// The two sides of a question, its asker and whoever has it: what one writes reaches the other and nobody else, and is kept
/// with the question. What an asker writes before somebody has it goes to whoever is asked, and to whoever gets it.
/// </summary>
public sealed class Conversing(Escalating escalating, QuestionViews views, CrisisHelp help)
{
    /// <summary>The question, where whoever writes has or had something to do with it.</summary>
    internal static async Task<Question?> Find(Guid id, Turn turn, CancellationToken cancel) =>
        await Escalating.Find(turn.Db, id, cancel) is { } question
        && (question.AskerId == turn.Who.Id || question.OwnerId == turn.Who.Id || question.TriageId == turn.Who.Id
            || await turn.Db.QuestionOffers.AnyAsync(offer => offer.QuestionId == id && offer.MemberId == turn.Who.Id, cancel)) ? question : null;

    /// <summary>The other side, as whoever writes sees it; null: they are neither, or nobody has it.</summary>
    internal async ValueTask<Person?> Other(Question question, Turn turn, CancellationToken cancel) => (question.AskerId == turn.Who.Id, question.OwnerId == turn.Who.Id) switch
    {
        (true, _) when question.OwnerId is { } owner => await views.Person(owner, cancel),
        (_, true) => await views.Person(question.AskerId, cancel),
        _ => null,
    };

    /// <inheritdoc cref="CrisisHelp.OrHelp"/>
    internal ValueTask<Outcome> OrHelp(string words, Outcome outcome, Turn turn, CancellationToken cancel) => help.OrHelp(words, outcome, turn, cancel);

    /// <summary>Passes it on. Where that can't be, why, in words for whoever wrote it; then nothing is kept.</summary>
    internal async Task<Said> Say(Question question, string words, Turn turn, CancellationToken cancel)
    {
        if (words.Length is 0 or > SayToOther.MostWords)
            return new Said([], words.Length == 0 ? $"Write a few words; nothing was sent." : (Text)$"That is {words.Length} characters; at most {SayToOther.MostWords} fit in one message, so it was not passed on.");
        Happening what = question.OwnerId is null && question.AskerId == turn.Who.Id ? new Happening.Added(turn.Who.Id, words) : new Happening.Said(turn.Who.Id, words);
        var happened = await escalating.Happens(turn.Db, question, what, turn.Now, cancel);
        return happened.Refused is { } why ? new Said([], await Why(why, question, turn, cancel)) : new Said(happened.Sends, null);
    }

    async ValueTask<Text> Why(Refusal why, Question question, Turn turn, CancellationToken cancel)
    {
        if (why is Refusal.Closed)
            return question.AskerId == turn.Who.Id
                ? $"The question is closed, so this was not passed on. Its card opens it again, if it isn't solved."
                : (Text)$"The question is closed, so this was not passed on.";
        if (question.OwnerId is { } owner)
            return $"{await views.Person(owner, cancel)} has the question now, so this was not passed on.";
        return await turn.Db.QuestionOffers.AnyAsync(offer => offer.QuestionId == question.Id && offer.MemberId == turn.Who.Id && offer.Outcome == OfferOutcome.Live, cancel)
            ? $"It isn't yours yet, so this was not passed on: accept the question first, then what you write reaches {await views.Person(question.AskerId, cancel)}."
            : (Text)$"The question isn't with you any more, so this was not passed on.";
    }

    /// <param name="Refused">Null: it was passed on.</param>
    internal sealed record Said(IReadOnlyList<Send> Sends, Text? Refused);
}
