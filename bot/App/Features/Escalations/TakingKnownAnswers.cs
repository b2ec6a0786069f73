using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Features.Escalations.Notes;
using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Bot.Features.Escalations;

/// <summary>An answer that there was already is all that the asker needed: the question ends, and whoever wrote it hears that it helped.</summary>
public sealed class TakingKnownAnswers(AskersQuestions questions, QuestionViews views, QuestionMessages messages) : IAnswer<Incoming.Press>
{
    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel) =>
        KnownWords.Read(what.Ticket.About.Row) is { } row ? await Take(row.Question, row.Known, turn, cancel) : AskersQuestions.NotYours;

    internal async Task<Outcome> Take(Guid id, Guid known, Turn turn, CancellationToken cancel)
    {
        if (await AskersQuestions.Find(id, turn, cancel) is not { } question)
            return AskersQuestions.NotYours;
        if (question.ClosedAt is null && await KnownAnswers.One(turn.Db, known, cancel) is null)
            return Refusing.Word($"That answer is no longer there, so nothing was changed. Your question stands as it was.");
        var isOpen = question.ClosedAt is null;
        var outcome = await questions.Does(id, new Happening.NoteHelped(turn.Who.Id, known), turn, cancel);
        return isOpen && question.NoteId == known && await Credit(question, known, turn, cancel) is { } credit ? outcome with { Sends = [.. outcome.Sends, credit] } : outcome;
    }

    async Task<Send?> Credit(Question question, Guid known, Turn turn, CancellationToken cancel)
    {
        if (await KnownAnswers.One(turn.Db, known, cancel) is not { } answer || answer.Author == turn.Who.Id)
            return null;
        var words = await views.Words(turn.Db, question, cancel);
        return await messages.To($"question/{question.Id:N}/credit", answer.Author, QuestionNews.Helped(words, answer.Words), cancel) is { } send ? send with { Priority = Priority.Normal } : null;
    }
}
