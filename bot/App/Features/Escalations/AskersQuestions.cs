using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.Crisis;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Bot.Features.Escalations;

/// <summary>An asker's own questions: what they do to one, and how its card stands. What is somebody else's is refused.</summary>
public sealed class AskersQuestions(Escalating escalating, QuestionViews views, QuestionMessages messages, CrisisHelp help)
{
    internal static Outcome NotYours => Refusing.Word($"This question is no longer there, or it isn't yours, so nothing was changed.");

    internal static async Task<Question?> Find(Guid id, Turn turn, CancellationToken cancel) =>
        await Escalating.Find(turn.Db, id, cancel) is { } question && question.AskerId == turn.Who.Id ? question : null;

    /// <summary>What comes of it: the card as it stands then, or why nothing happened.</summary>
    internal async Task<Outcome> Does(Guid id, Happening what, Turn turn, CancellationToken cancel)
    {
        if (await Find(id, turn, cancel) is not { } question)
            return NotYours;
        var happened = await escalating.Happens(turn.Db, question, what, turn.Now, cancel);
        if (happened.Refused is { } why)
            return turn.What is Incoming.Press && why is not Refusal.TooSoon ? await AsItStands(question, turn, cancel) : Refusing.Word(Why(why));
        return turn.What is Incoming.Press ? (await AsItStands(question, turn, cancel)) with { Sends = happened.Sends } : new Outcome(new Reply.None(), happened.Sends);
    }

    /// <summary>The same, with words of the asker's own.</summary>
    internal async Task<Outcome> Says(Guid id, Happening what, string words, Turn turn, CancellationToken cancel) => await help.OrHelp(words, await Does(id, what, turn, cancel), turn, cancel);

    internal async Task<Outcome> AsItStands(Question question, Turn turn, CancellationToken cancel)
    {
        // What has just been written is in this unit of work, and not yet in the database.
        await QuestionRows.Read(turn.Db, question, cancel);
        var now = QuestionRows.Read(question, turn.Db.QuestionOffers.Local.Where(offer => offer.QuestionId == question.Id).OrderBy(offer => offer.Number));
        return new Reply.Replace(await messages.AskerCard(turn.Db, question, now, await views.Words(turn.Db, question, cancel), cancel));
    }

    static Text Why(Refusal why) => why switch
    {
        Refusal.Closed => $"This question is closed already, so nothing was changed. Ask again if there is more.",
        Refusal.TooSoon => $"They heard from you a moment ago. Give them two minutes.",
        Refusal.Nobody => $"Nobody has it yet who could be asked. I keep looking.",
        Refusal.NotNow => $"The question has moved on meanwhile, so nothing was changed. Its card shows how it stands.",
        _ => $"This isn't possible any more, so nothing was changed. The question's card shows how it stands.",
    };
}
