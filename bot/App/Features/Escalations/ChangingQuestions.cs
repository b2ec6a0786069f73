using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Features.Escalations.Notes;
using ServiceCulture.Bot.Features.Kudos;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;
using ServiceCulture.Cards.Kudos;

namespace ServiceCulture.Bot.Features.Escalations;

/// <summary>The buttons of an asker's card.</summary>
public sealed class ChangingQuestions(AskersQuestions questions, Escalating escalating, QuestionViews views, KudosForms kudos) : IAnswer<Incoming.Press>, ITake<AddInformation>, ITake<ChangeUrgency>, ITake<NotYetSolved>
{
    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel)
    {
        var (id, who) = (what.Ticket.Row, turn.Who.Id);
        return what.Ticket.About.Id switch
        {
            QuestionCard.NudgeId => await questions.Does(id, new Happening.Nudged(who), turn, cancel),
            QuestionCard.WithdrawId => await questions.Does(id, new Happening.Withdrawn(who), turn, cancel),
            QuestionCard.SolvedId => await questions.Does(id, new Happening.Solved(who), turn, cancel),
            QuestionCard.RepeatedId => await questions.Does(id, new Happening.RepeatedSaid(who, Yes: true), turn, cancel),
            QuestionCard.NotRepeatedId => await questions.Does(id, new Happening.RepeatedSaid(who, Yes: false), turn, cancel),
            _ => await Open(what.Ticket, turn, cancel),
        };
    }

    public Task<Outcome> Take(AddInformation form, Incoming.Submit what, Turn turn, CancellationToken cancel) => form.Words.Length is 0 or > AddInformation.MostWords
        ? Wrong(AddInformation.Form(what.Ticket.About.Row).Filled(what.Answers), AddInformation.WordsField, Words(form.Words))
        : questions.Says(what.Ticket.Row, new Happening.Added(turn.Who.Id, form.Words), form.Words, turn, cancel);

    public Task<Outcome> Take(NotYetSolved form, Incoming.Submit what, Turn turn, CancellationToken cancel) => form.Words.Length is 0 or > AddInformation.MostWords
        ? Wrong(NotYetSolved.Form(what.Ticket.About.Row).Filled(what.Answers), NotYetSolved.WordsField, Words(form.Words))
        : questions.Says(what.Ticket.Row, new Happening.NotYet(turn.Who.Id, form.Words), form.Words, turn, cancel);

    public async Task<Outcome> Take(ChangeUrgency form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        if (await AskersQuestions.Find(what.Ticket.Row, turn, cancel) is not { } question)
            return AskersQuestions.NotYours;
        var callBack = AskingQuestions.CallBackAt(form.CallBack, turn);
        var sends = new List<Send>();
        if (callBack != question.CallBackAt)
            sends.AddRange((await escalating.Happens(turn.Db, question, new Happening.CallBackSet(turn.Who.Id, callBack), turn.Now, cancel)).Sends);
        if (QuestionViews.Meant(form.Urgency) is not { } urgency || urgency == question.Urgency)
            return new Outcome(new Reply.None(), sends);
        var changed = await questions.Does(question.Id, new Happening.UrgencyChanged(turn.Who.Id, urgency), turn, cancel);
        return changed with { Sends = [.. sends.Where(send => !changed.Sends.Any(other => other.Key == send.Key)), .. changed.Sends] };
    }

    async Task<Outcome> Open(Ticket ticket, Turn turn, CancellationToken cancel)
    {
        if (await AskersQuestions.Find(ticket.Row, turn, cancel) is not { } question)
            return AskersQuestions.NotYours;
        var row = question.Id.ToString();
        return ticket.About.Id switch
        {
            QuestionCard.WhyId => await Why(question, turn, cancel),
            QuestionCard.ThankId => await Thank(question, turn, cancel),
            NotYetSolved.OpenId when question.State is QuestionState.Answered or QuestionState.Unconfirmed or QuestionState.Solved => new Reply.Open(NotYetSolved.Form(row)),
            AddInformation.OpenId when question.ClosedAt is null => new Reply.Open(AddInformation.Form(row)),
            ChangeUrgency.OpenId when question.ClosedAt is null => new Reply.Open(ChangeUrgency.Form(row, QuestionViews.Of(question.Urgency), CallBack(question, turn))),
            _ => await questions.AsItStands(question, turn, cancel),
        };
    }

    async Task<Outcome> Why(Question question, Turn turn, CancellationToken cancel)
    {
        return QuestionViews.Chosen(await QuestionRows.Read(turn.Db, question, cancel)) is { } chosen
            ? Refusing.Word(chosen.Why.ForAsker(await views.Person(chosen.Who, cancel)))
            : Refusing.Word($"No rule chose anybody here: a colleague named them, or your question is with nobody just now.");
    }

    // The button opens the kudos form: what is written in it stays the asker's to change.
    async Task<Outcome> Thank(Question question, Turn turn, CancellationToken cancel)
    {
        var author = question.NoteId is { } note ? (await KnownAnswers.One(turn.Db, note, cancel))?.Author : question.OwnerId;
        if (author is not { } owner || owner == Guid.Empty || owner == turn.Who.Id)
            return Refusing.Word($"Whoever answered is no longer there.");
        var value = question.Transfers + question.Reopened > 0 ? "persistence" : "competence";
        var topic = question.TopicId is { } id ? await turn.Db.Topics.FindAsync([id], cancel) : null;
        return new Reply.Open(await kudos.Form(GiveKudos.Read(Answers.None) with { To = [owner.ToString()], Values = [value], Words = Sentence(question, topic?.Name) }, turn, "", cancel));
    }

    static string Sentence(Question question, string? topic)
    {
        var about = topic is null ? "my question" : $"my question about “{topic}”";
        return question switch
        {
            { NoteId: not null } => $"Your answer to an earlier question helped with {about}, so the customer had it at once.",
            { Transfers: > 0 } or { Reopened: > 0 } => $"You stayed with {about} until it was solved for the customer.",
            { Urgency: Urgency.Waiting } => $"You answered {about} while the customer was still there, so I could solve it in the same contact.",
            _ => $"You answered {about}, and the customer got it right the first time.",
        };
    }

    static string CallBack(Question question, Turn turn) => question.CallBackAt is { } at
        ? TimeZoneInfo.ConvertTimeFromUtc(at, LocalDay.Zone(turn.Who.Zone)).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture) : "";

    static Text Words(string words) => words.Length == 0 ? $"Write a few words, or close this." : (Text)$"That is {words.Length} characters; at most {AddInformation.MostWords} fit.";

    static Task<Outcome> Wrong(Form form, string field, Text why) => Task.FromResult<Outcome>(new Reply.Wrong(form.Refused(new Dictionary<string, Text> { [field] = why })));
}
