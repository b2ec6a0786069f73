using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Features.Escalations.Notes;
using ServiceCulture.Bot.Features.Escalations.Routing;

namespace ServiceCulture.Bot.Features.Escalations;

/// <summary>
/// The one way in which anything happens to a question: its rows are read, what is around it is looked at, it is moved, its
/// rows are written and whoever must know is told. All of it in the caller's unit of work, saved by the caller; two who come
/// at once meet at the question's version, and the second looks again.
/// </summary>
public sealed class Escalating(LookingAround around, QuestionMessages messages, Lessons lessons)
{
    /// <summary>The question, or null where there is none (any more).</summary>
    public static Task<Question?> Find(Db db, Guid id, CancellationToken cancel) => db.Questions.SingleOrDefaultAsync(question => question.Id == id, cancel);

    public async Task<Happened> Happens(Db db, Question question, Happening what, DateTime now, CancellationToken cancel)
    {
        var standing = await QuestionRows.Read(db, question, cancel);
        var moved = Moving.On(standing, what, await around.Look(db, question, standing, what, now, cancel));
        if (moved.Refused is not null)
            return new Happened(moved, []);
        QuestionRows.Write(db, question, moved, now);
        if (question.AskerId != Guid.Empty && await Teaches(db, standing, moved.Now, cancel) is { } topic)
            await lessons.Note(db, question.Id, question.AskerId, question.Words, topic, now, cancel);
        return new Happened(moved, await messages.Of(db, question, standing, moved, cancel));
    }

    // The topic in which somebody solved it, in which the answer stands that was all it needed, or to which somebody who had it sent it.
    // Where the router put it, and what its asker picked from a list, proves nothing yet.
    static async Task<Guid?> Teaches(Db db, Standing before, Standing now, CancellationToken cancel)
    {
        if (now.State is QuestionState.Solved && before.State is not QuestionState.Solved)
            return now.Note is { } known ? await KnownAnswers.TopicOf(db, known, cancel) : now.Topic;
        return now.Topic != before.Topic && before.State is not QuestionState.Choosing ? now.Topic : null;
    }

    /// <summary>A new question, which its asker has yet to say where it belongs.</summary>
    public static Moved Begin(Db db, Question question, Guid? topic, DateTime? callBack, DateTime now)
    {
        var moved = Moving.Ask(question.AskerId, question.Urgency, question.NeedsDecision, topic, callBack, now);
        db.Add(question);
        QuestionRows.Write(db, question, moved, now);
        question.Version = 1;
        return moved;
    }

    /// <summary>Its asker's one card, new, at <paramref name="own"/>; where nothing more is asked of them, it goes on at once, to the topic or to a person who looks at it.</summary>
    public async Task<IReadOnlyList<Send>> Introduce(Db db, Question question, bool goesOn, Address own, DateTime now, CancellationToken cancel)
    {
        var sends = goesOn ? (await Happens(db, question, new Happening.TopicChosen(question.AskerId, question.TopicId), now, cancel)).Sends : [];
        // Where it went on, that has drawn its asker's card, and the card being new says all that news would.
        var key = QuestionMessages.AskerKey(question.Id);
        var card = sends.FirstOrDefault(send => send.Key == key)?.Card ?? await messages.NewAskerCard(db, question, cancel);
        return [new Send(key, own, card) { For = question.AskerId, Priority = Priority.Urgent }, .. sends.Where(send => !send.Changes && send.For != question.AskerId)];
    }
}

/// <summary>What came of it, and what is to be sent.</summary>
public sealed record Happened(Moved Moved, IReadOnlyList<Send> Sends)
{
    public Refusal? Refused => Moved.Refused;
}
