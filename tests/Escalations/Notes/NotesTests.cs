using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Features.Escalations.Notes;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Escalations.Notes;

/// <summary>An answer becomes a note, which the next asker finds, and which somebody looks at again.</summary>
public sealed class NotesTests : OverTheDatabase
{
    const string Words = "May I refund a chargeback that is older than ninety days?", Answer = "Yes, up to 200 euros; note the reason in the file.";

    Someone _omar = null!, _ada = null!, _hr = null!;
    Topic _refunds = null!;

    private protected override async Task Arrange()
    {
        (_omar, _ada, _hr) = (await Bot.Member("Omar Haddad", zone: "Europe/Berlin"), await Bot.Member("Ada Wren"), await Bot.Member("Ines Moreau", roles: Roles.Hr));
        await Bot.Do(db =>
        {
            db.Add(_refunds = new Topic { Name = "Refunds", NameKey = "refunds", CreatedAt = Bot.Clock.Now });
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Whoever_answered_makes_a_note_and_the_next_asker_finds_it_at_once()
    {
        var question = await Answered();
        var form = await Bot.Presses(_omar, KeepNote.Button(question.ToString()).Does);
        Assert.Equal((Words, Answer, _refunds.Id.ToString(), "2026-09-02"), (form.Holds(KeepNote.QuestionField), form.Holds(KeepNote.AnswerField), form.Holds(KeepNote.TopicField), form.Holds(KeepNote.ReviewField)));
        Assert.DoesNotContain(form.Form.Fields, field => field.Id == KeepNote.HarmlessField);
        var saved = await Bot.Submits(_omar, form, (KeepNote.QuestionField, "May chargebacks older than ninety days be refunded?"));
        Assert.Contains("I ask again on 2 September 2026", saved.Words);
        var note = await Bot.Read(db => db.Notes.SingleAsync());
        Assert.Equal((_omar.Id, _omar.Id, question, _refunds.Id, Answer), (note.AuthorId, note.OwnerId!.Value, note.QuestionId!.Value, note.TopicId!.Value, note.Answer));
        // Nine o'clock in Berlin.
        Assert.Equal(new DateTime(2026, 9, 2, 7, 0, 0, DateTimeKind.Utc), note.RemindAt);
        Assert.Equal(EventKind.NotePublished, (await Bot.Read(db => db.QuestionEvents.OrderByDescending(one => one.Number).FirstAsync())).Kind);
        var found = Assert.Single(await Finds("refund a chargeback older than ninety days"));
        Assert.Equal((new KnownKey(true, note.Id), note.Words, Answer, _omar.Id, false), (found.Key, found.Words, found.Answer, found.Author, found.IsOutdated));
    }

    [Fact]
    public async Task What_may_be_a_customers_is_said_first_and_each_is_taken_out_or_ticked()
    {
        var question = await Answered("Mrs Keller (case 48213) wants her money back for AB-12345, may I?", "Yes. Ada Wren did so too, call 0800 123 4567.", "48213, Mrs Keller");
        var form = await Bot.Presses(_omar, KeepNote.Button(question.ToString()).Does);
        var found = (Field.PickMany)form.Form.Fields.Single(field => field.Id == KeepNote.HarmlessField);
        Assert.Equal(["Keller", "48213", "AB-12345", "Ada Wren", "0800 123 4567"], found.Choices.Select(choice => choice.Label.Plain(Reader.Plain)));
        Assert.Contains("I found 5 things", form.Form.Fields.Single(field => field.Id == "found").Label.Plain(Reader.Plain));
        var wrong = await Bot.Submits(_omar, form, (KeepNote.ReviewField, "2026-12-24"));
        Assert.Contains("“Keller”, “48213”, “AB-12345”", wrong.Fault(KeepNote.QuestionField));
        Assert.Contains("“Ada Wren”, “0800 123 4567”", wrong.Fault(KeepNote.AnswerField));
        Assert.Equal("2026-12-24", wrong.Holds(KeepNote.ReviewField));
        Assert.Empty(await Bot.Read(db => db.Notes.ToListAsync()));

        wrong = await Bot.Submits(_omar, wrong, (KeepNote.QuestionField, "A customer wants their money back, may I?"), (KeepNote.HarmlessField, new[] { found.Choices[4].Value }));
        Assert.Equal(("", found.Choices[4].Value), (wrong.Fault(KeepNote.QuestionField), wrong.Holds(KeepNote.HarmlessField)));
        Assert.Contains("“Ada Wren”", wrong.Fault(KeepNote.AnswerField));
        Assert.DoesNotContain("0800", wrong.Fault(KeepNote.AnswerField), StringComparison.Ordinal);
        Assert.Contains("This note stands", (await Bot.Submits(_omar, wrong, (KeepNote.AnswerField, "Yes. They may call 0800 123 4567."))).Words);
    }

    [Theory]
    [InlineData(KeepNote.QuestionField, "Why?", "A sentence, please")]
    [InlineData(KeepNote.AnswerField, "", "What is the answer?")]
    [InlineData(KeepNote.ReviewField, "2026-03-02", "A day after today")]
    [InlineData(KeepNote.ReviewField, "2030-03-02", "within 3 years")]
    [InlineData(KeepNote.TopicField, "gone", "no longer there")]
    public async Task What_cannot_be_is_refused_at_its_field_and_everything_typed_is_kept(string field, string value, string why)
    {
        var wrong = await Bot.Submits(_omar, await Bot.Presses(_omar, KeepNote.Button((await Answered()).ToString()).Does), (KeepNote.AnswerField, "Typed with care."), (field, value));
        Assert.Contains(why, wrong.Fault(field));
        Assert.Equal(value, wrong.Holds(field));
        Assert.Empty(await Bot.Read(db => db.Notes.ToListAsync()));
    }

    [Fact]
    public async Task Whoever_looks_after_a_note_deletes_it_and_nobody_finds_it_any_more()
    {
        await Bot.Submits(_omar, await Bot.Presses(_omar, KeepNote.Button((await Answered()).ToString()).Does));
        var note = await Bot.Read(db => db.Notes.SingleAsync());
        var delete = new Ref(NoteCard.DeleteId, note.Id.ToString(), note.Version);
        Assert.NotEmpty(await Finds(Words));
        Assert.Contains("isn't yours to look after", (await Bot.Presses(_ada, delete)).Words);
        var form = await Bot.Presses(_omar, delete);
        Assert.Contains("The note is deleted", (await Bot.Submits(_omar, form)).Words);
        Assert.DoesNotContain(await Finds(Words), one => one.Key.IsNote);
        Assert.Equal((DeleteNote.Id, _omar.Id), (await Bot.Read(db => db.Audit.OrderByDescending(one => one.Id).FirstAsync())) is var entry ? (entry.Act, entry.Actor!.Value) : default);
        Assert.Contains("no longer there", (await Bot.Submits(_omar, form)).Words);
    }

    [Fact]
    public async Task Too_long_is_said_with_its_length()
    {
        var wrong = await Bot.Submits(_omar, await Bot.Presses(_omar, KeepNote.Button((await Answered()).ToString()).Does), (KeepNote.AnswerField, new string('x', 3001)));
        Assert.Equal("That is 3,001 characters; at most 3,000 fit.", wrong.Fault(KeepNote.AnswerField));
    }

    [Fact]
    public async Task Only_whoever_answered_makes_a_note_and_only_one()
    {
        var question = await Answered();
        var open = KeepNote.Button(question.ToString()).Does;
        Assert.Contains("wasn't answered by you", (await Bot.Presses(_ada, open)).Words);
        var (first, second) = (await Bot.Presses(_omar, open), await Bot.Presses(_omar, open));
        Assert.Contains("wasn't answered by you", (await Bot.Submits(_ada, first with { Who = _ada.Id })).Words);
        await Bot.Submits(_omar, first);
        Assert.Contains("This note stands", (await Bot.Submits(_omar, second, (KeepNote.AnswerField, "Something else here."))).Words);
        Assert.Equal(Answer, (await Bot.Read(db => db.Notes.SingleAsync())).Answer);
        Assert.Contains("This note stands", (await Bot.Presses(_omar, open)).Words);
    }

    [Fact]
    public async Task On_the_review_date_its_owner_is_asked_once_and_says_that_it_is_still_right()
    {
        var note = await Note();
        await Bot.Do(async db => (await db.Notes.SingleAsync()).RemindAt = Bot.Clock.Now.AddHours(1));
        Assert.Equal(0, await Reminds());
        Bot.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await Reminds());
        Assert.Equal(0, await Reminds());
        await Bot.Delivers();
        var card = Assert.Single(Bot.Slack.In(_omar.Account));
        var done = await Bot.Presses(_omar, card, "Still right");
        Assert.Contains("I ask again on 2 September 2026", done.Words);
        Assert.Equal((2, new DateOnly(2026, 9, 2), null), (await Bot.Read(db => db.Notes.SingleAsync(one => one.Id == note))) is var row ? (row.Version, row.ReviewOn, row.OutdatedAt) : default);
        Assert.Contains("This note stands", (await Bot.Presses(_omar, card, "Outdated")).Words);
        Assert.Null((await Bot.Read(db => db.Notes.SingleAsync())).OutdatedAt);
    }

    [Fact]
    public async Task What_is_outdated_is_marked_and_sinks_and_an_edit_makes_it_right_again()
    {
        var old = await Note();
        var other = await Note(Words.Replace("?", ", now that it is spring?", StringComparison.Ordinal));
        Assert.Equal([old, other], (await Finds(Words)).Select(one => one.Key.Id));
        var card = await Bot.Presses(_omar, new Ref(NoteCard.OutdatedId, old.ToString(), 1));
        Assert.Contains("This note is outdated", card.Words);
        Assert.Equal([(other, false), (old, true)], (await Finds(Words)).Select(one => (one.Key.Id, one.IsOutdated)));
        Assert.Equal(0, await Reminds());
        var form = await Bot.Presses(_omar, card, "Edit");
        await Bot.Submits(_omar, form, (KeepNote.AnswerField, "No longer, ask finance."));
        Assert.Equal([(old, "No longer, ask finance."), (other, Answer)], (await Finds(Words)).Select(one => (one.Key.Id, one.Answer)));
        Assert.Contains("Somebody changed this note", (await Bot.Submits(_omar, form, (KeepNote.AnswerField, "Typed before that."))).Fault(KeepNote.QuestionField));
    }

    [Fact]
    public async Task Where_its_owner_left_whoever_can_decide_is_asked_and_else_hr()
    {
        await Note();
        await Bot.Do(async db =>
        {
            (await db.Notes.SingleAsync()).RemindAt = Bot.Clock.Now;
            (await db.Members.SingleAsync(one => one.Id == _omar.Id)).LeftAt = Bot.Clock.Now;
        });
        await Reminds();
        await Bot.Delivers();
        var card = Assert.Single(Bot.Slack.In(_hr.Account));
        Assert.Empty(Bot.Slack.In(_omar.Account));
        await Bot.Do(async db =>
        {
            db.Add(new Expertise { MemberId = _ada.Id, TopicId = _refunds.Id, Level = ExpertLevel.CanDecide });
            (await db.Notes.SingleAsync()).RemindAt = Bot.Clock.Now;
        });
        await Reminds();
        await Bot.Delivers();
        await Bot.Presses(_ada, Assert.Single(Bot.Slack.In(_ada.Account)), "Still right");
        Assert.Equal(_ada.Id, (await Bot.Read(db => db.Notes.SingleAsync())).OwnerId);
        Assert.Contains("This note stands", (await Bot.Presses(_hr, card, "Outdated")).Words);
    }

    [Fact]
    public async Task Whoever_has_nothing_to_do_with_a_note_changes_nothing()
    {
        var note = await Note();
        foreach (var id in new[] { NoteCard.OutdatedId, NoteCard.StillRightId, KeepNote.EditId })
            Assert.Contains("isn't yours to look after", (await Bot.Presses(_ada, new Ref(id, note.ToString(), 1))).Words);
        var form = await Bot.Presses(_omar, new Ref(KeepNote.EditId, note.ToString(), 1));
        Assert.Contains("isn't yours to look after", (await Bot.Submits(_ada, form with { Who = _ada.Id })).Words);
    }

    [Fact]
    public async Task An_answered_question_is_found_without_what_looks_like_a_customers_until_its_note_is()
    {
        var question = await Answered("Case 48213: may I refund a chargeback that is old?", "Yes, as for AB-12345.");
        var found = Assert.Single(await Finds("may I refund a chargeback that is old"));
        Assert.Equal((new KnownKey(false, question), "Case […]: may I refund a chargeback that is old?", "Yes, as for […]."), (found.Key, found.Words, found.Answer));
        await Bot.Do(async db => (await db.Questions.SingleAsync()).State = QuestionState.Owned);
        Assert.Empty(await Finds("may I refund a chargeback that is old"));
        await Bot.Do(async db => (await db.Questions.SingleAsync()).State = QuestionState.Solved);
        await Bot.Do(async db => (await db.Questions.SingleAsync()).AnsweredAt = Bot.Clock.Now.AddSeconds(1));
        Assert.Single(await Finds("may I refund a chargeback that is old"));
        await Bot.Do(db => db.Questions.ExecuteDeleteAsync());
        Assert.Empty(await Finds("may I refund a chargeback that is old"));
    }

    [Fact]
    public async Task A_note_outlives_its_question_and_its_writer_and_another_node_finds_it()
    {
        await Note();
        Bot.Clock.Advance(TimeSpan.FromDays(120));
        await new ServiceCulture.Bot.Scheduling.Retention(Bot.Get<IStore>(), Bot.Clock).Keep(default);
        Assert.Empty(await Bot.Read(db => db.Questions.ToListAsync()));
        using var other = new KnownAnswers(Bot.Get<IStore>());
        await other.CatchUp(default);
        Assert.Equal(1, other.Texts.Count);
        Assert.Single(await Finds(Words));
    }

    [Fact]
    public async Task Many_notes_of_one_moment_are_all_taken_in()
    {
        await Bot.Do(db =>
        {
            db.AddRange(Enumerable.Range(0, 2500).Select(n => new Note { Words = $"How does the thing number{n} work?", Answer = Answer, AuthorId = _omar.Id, OwnerId = _omar.Id, MadeAt = Bot.Clock.Now, ReviewOn = new(2026, 9, 2), ChangedAt = Bot.Clock.Now }));
            return Task.CompletedTask;
        });
        using var other = new KnownAnswers(Bot.Get<IStore>());
        await other.CatchUp(default);
        Assert.Equal(2500, other.Texts.Count);
        await other.CatchUp(default);
        Assert.Equal(2500, other.Texts.Count);
    }

    async Task<Guid> Note(string words = Words)
    {
        await Bot.Submits(_omar, await Bot.Presses(_omar, KeepNote.Button((await Answered(words)).ToString()).Does));
        return (await Bot.Read(db => db.Notes.SingleAsync(note => note.Words == words))).Id;
    }

    async Task<Guid> Answered(string words = Words, string answer = Answer, string customer = "")
    {
        var question = new Question { AskerId = _ada.Id, Words = words, Customer = customer, AskedAt = Bot.Clock.Now, AnsweredAt = Bot.Clock.Now, SolvedAt = Bot.Clock.Now, ClosedAt = Bot.Clock.Now, State = QuestionState.Solved, OwnerId = _omar.Id, TopicId = _refunds.Id, LastEvent = 1 };
        await Bot.Do(db =>
        {
            db.Add(question);
            db.Add(new QuestionEvent { QuestionId = question.Id, Number = 1, At = Bot.Clock.Now, Kind = EventKind.Answered, MemberId = _omar.Id, Words = answer });
            return Task.CompletedTask;
        });
        return question.Id;
    }

    Task<IReadOnlyList<KnownAnswer>> Finds(string words) => Bot.Read(db => Bot.Get<KnownAnswers>().For(db, words, null, default));

    Task<int> Reminds() => Bot.Get<RemindingOwners>().Run(default);
}
