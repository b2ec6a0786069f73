using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;
using ServiceCulture.Tests.Programmes;

namespace ServiceCulture.Tests.Escalations.Notes;

/// <summary>A note's form and cards, in every dialect.</summary>
public sealed class ApprovedNotesTests
{
    const string Row = "00000000-0000-0000-0000-000000000001";
    static readonly NoteWords Note = new(Row, 2, "May I refund a chargeback <older> than 90 days?", "Yes, up to €200.\nNote the reason.", new(2026, 9, 2), false);
    static readonly KeepNote Filled = new("Mrs Keller asks for AB-12345", "Yes, up to €200.", "t1", "2026-09-02", ["k2"]);
    static readonly Choice[] Topics = [new("t1", $"Refunds"), new("t2", $"Parcels")];

    [Fact]
    public void Deleting_it() => Dialects.Match("note-delete", DeleteNote.Form(new NoteWords("00000000-0000-0000-0000-000000000001", 3, "May chargebacks older than ninety days be refunded?", "Yes, up to 200 euros.", new DateOnly(2026, 9, 2), false)));

    [Fact]
    public void The_form() => Dialects.Match("note-keep", KeepNote.Form(Row, 0, Filled with { Question = "May I refund a chargeback?", Harmless = [] }, Topics, []));

    [Fact]
    public void The_form_with_what_was_found() => Dialects.Match("note-found", KeepNote.Form(Row, 2, Filled, Topics,
        [new("k1", "Keller", $"Looks like a reference", KeepNote.QuestionField), new("k2", "AB-12345", $"Looks like a reference", KeepNote.QuestionField)])
        .Refused(new Dictionary<string, Text> { [KeepNote.QuestionField] = $"Take out, or tick above: “Keller”." }));

    [Fact]
    public void The_question_on_the_review_date() => Dialects.Match("note-review", NoteCard.Review(Note));

    [Fact]
    public void As_it_stands() => Dialects.Match("note-standing", NoteCard.Standing(Note));

    [Fact]
    public void Outdated() => Dialects.Match("note-outdated", NoteCard.Standing(Note with { IsOutdated = true }));

    static readonly Person Mira = new(new Guid(1, 1, 1, new byte[8]), "Mira Solano", new Handle(1, "U1")), Sam = new(new Guid(2, 1, 1, new byte[8]), "Sam Rivers", new Handle(1, "U2"));
    static readonly QuestionWords Question = new(Row, Mira, "May I refund an old chargeback?", AskQuestion.Today);
    static readonly KnownWords[] Known = [new("00000000-0000-0000-0000-000000000002", "May I refund a chargeback <older> than 90 days?", "Yes, up to €200.", Sam, 100, false), new("00000000-0000-0000-0000-000000000003", "Old chargebacks?", "Ask *finance*.", Sam, 1, true)];

    [Fact]
    public void Known_answers_on_the_askers_card() => Dialects.Match("question-known", QuestionCard.For(Question, new QuestionStatus(Whereabouts.Choosing, new(2026, 3, 2, 10, 0, 0, DateTimeKind.Utc)) { Known = Known }));

    [Fact]
    public void Known_answers_where_the_asker_says_where_it_belongs() => Dialects.Match("question-topic-known", ChooseTopic.Form(Row, 0, [new TopicWords("t1", "Refunds", 12, "refund")], new(2026, 3, 2, 10, 0, 0, DateTimeKind.Utc), Known));

    [Fact]
    public void Solved_by_one() => Dialects.Match("question-solved-known", QuestionCard.For(Question, new QuestionStatus(Whereabouts.Solved, null) { Who = Sam, IsKnown = true }));

    [Fact]
    public void What_its_author_hears() => Dialects.Match("question-helped", QuestionNews.Helped(Question, "May I refund a chargeback <older> than 90 days?"));

    [Fact]
    public void Deleted() => Dialects.Match("note-deleted", DeleteNote.Done);
}
