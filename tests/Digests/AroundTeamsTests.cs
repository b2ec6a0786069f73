using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Digests;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Features.Escalations.Figures;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.Publishing;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Digests;
using ServiceCulture.Cards.Publishing;
using ServiceCulture.Tests.Support;
using Block = ServiceCulture.Cards.Block;

namespace ServiceCulture.Tests.Digests;

/// <summary>Questions that wait, results that were published, and what is said under them: in the digest and by <c>team</c>.</summary>
[Trait("Database", "Both")]
public sealed class AroundTeamsTests : OverTheDatabase
{
    Someone _petra = null!, _mira = null!, _omar = null!, _ana = null!;

    private protected override async Task Arrange()
    {
        _petra = await Bot.Member("Petra Lind", team: "Front desk", leads: true);
        _mira = await Bot.Member("Mira Solano", team: "Front desk");
        _omar = await Bot.Member("Omar Haddad", team: "Phone line", leads: true);
        _ana = await Bot.Member("Ana Petrova", team: "Phone line");
        await Bot.Settled();
        await Bot.RunsAt(Bot.Clock.Now);
    }

    [Fact]
    public async Task Team_shows_open_questions_of_the_own_team_without_anybodys_words()
    {
        await Asked(_mira, "Refunds", QuestionState.Owned, _ana, Bot.Clock.Now.AddHours(-2));
        await Asked(_mira, "Billing", QuestionState.Triage, null, Bot.Clock.Now.AddHours(3));
        await Asked(_mira, "Solved already", QuestionState.Solved, _ana, Bot.Clock.Now.AddHours(-9));
        await Asked(_ana, "Not theirs", QuestionState.Triage, null, null);
        var seen = (await Bot.Types(_petra, "team")).Words;
        Assert.Contains("Overdue", seen);
        Assert.Contains("A question about Refunds, asked by Mira Solano", seen);
        Assert.Contains("Ana Petrova has it. The answer was due 2 Mar 2026, 07:00.", seen);
        Assert.Contains("Nobody has it yet. The answer is due 2 Mar 2026, 12:00.", seen);
        Assert.DoesNotContain("canary", seen);
        Assert.DoesNotContain("Solved already", seen);
        Assert.DoesNotContain("Not theirs", seen);
        Assert.Contains("for whoever leads a team", (await Bot.Types(_mira, "team")).Words);
    }

    [Fact]
    public async Task An_overdue_question_is_the_first_thing_to_do_and_is_one_no_more_once_it_is_solved()
    {
        var id = await Asked(_mira, "Refunds", QuestionState.Owned, _ana, Bot.Clock.Now.AddHours(-2));
        await Asked(_mira, "Billing", QuestionState.Owned, _ana, Bot.Clock.Now.AddHours(-1));
        await Bot.RunsAt(Weeks.Tuesday);
        var digest = Assert.Single(Bot.Slack.In(_petra.Account));
        Assert.Contains("A question about Refunds, asked by Mira Solano", digest.Words);
        Assert.Contains("1 more is overdue: team shows all.", digest.Words.Replace("`", "", StringComparison.Ordinal));
        var look = Row(digest.Card, 0);
        Assert.Contains("ask Ana Petrova what is missing", (await Bot.Presses(_petra, look)).Words);
        Assert.Contains("not open any more", (await Bot.Presses(_omar, look)).Words);

        await Bot.Do(async db => (await db.Questions.SingleAsync(one => one.Id == id)).State = QuestionState.Solved);
        Assert.Contains("not open any more", (await Bot.Presses(_petra, look)).Words);
        Assert.DoesNotContain("Refunds", (await Bot.Types(_petra, "digest")).Words);
    }

    [Fact]
    public async Task Under_a_new_result_one_sentence_is_said_once_posted_and_shown_the_week_after()
    {
        var floor = await Bot.Place("floor");
        await Bot.PostsAt("Front desk", floor);
        var window = await Published(("feedback", null, Agreement.TwoFifthsOrFewer), ("respect", null, Agreement.FourFifthsOrMore), ("balance", BalanceWord.Mixed, null));
        await Bot.RunsAt(Weeks.Tuesday);
        var digest = Assert.Single(Bot.Slack.In(_petra.Account));
        Assert.Contains("“I got feedback that was useful to me.”: about two fifths or fewer agree. Tell them what you heard", digest.Words);
        Assert.Contains("How steady people feel: mixed", digest.Words);
        Assert.DoesNotContain("Taking part", digest.Words);

        var form = await Bot.Presses(_petra, Row(digest.Card, 0));
        Assert.Contains("A sentence of 15 to 400", (await Bot.Submits(_petra, form, (SayToTeam.WordsField, "Soon."))).Fault(SayToTeam.WordsField));
        var said = await Bot.Submits(_petra, form, (SayToTeam.WordsField, "From Monday on I take ten minutes with each of you."));
        Assert.Contains("on its way to floor", said.Words);
        Assert.Contains("already", (await Bot.Submits(_petra, form, (SayToTeam.WordsField, "And another sentence, sent twice."))).Words);
        await Bot.Delivers();
        Assert.Contains("ten minutes with each", Assert.Single(Bot.Slack.In(floor.Id)).Words);
        Assert.Equal((window, _petra.Id), (await Bot.Read(db => db.TeamSayings.Select(one => new { one.Window, one.MemberId }).SingleAsync())) is var row ? (row.Window, row.MemberId) : default);

        await Bot.RunsAt(Weeks.Tuesday.AddDays(7));
        var next = Bot.Slack.In(_petra.Account)[^1].Words;
        Assert.Contains("You said, we do", next);
        Assert.Contains("ten minutes with each", next);
        Assert.DoesNotContain("How steady people feel", next);
        Assert.DoesNotContain("Tell them what you heard", next);
        await Bot.RunsAt(Weeks.Tuesday.AddDays(14));
        Assert.DoesNotContain("ten minutes with each", Bot.Slack.In(_petra.Account)[^1].Words);
    }

    [Fact]
    public async Task Nobody_else_says_something_to_the_team()
    {
        await Published(("feedback", null, Agreement.TwoFifthsOrFewer));
        await Bot.RunsAt(Weeks.Tuesday);
        var say = Row(Assert.Single(Bot.Slack.In(_petra.Account)).Card, 0);
        Assert.Contains("Only whoever leads this team", (await Bot.Presses(_omar, say)).Words);
        var form = await Bot.Presses(_petra, say);
        Assert.Contains("no kudos channel yet, so the team can't read it", Text(form));
        Assert.Contains("it was posted nowhere", (await Bot.Submits(_petra, form, (SayToTeam.WordsField, "From Monday on I take ten minutes with each of you."))).Words);
        Assert.DoesNotContain("feedback", Assert.Single(Bot.Slack.In(_omar.Account)).Words);
    }

    [Fact]
    public async Task Where_nothing_may_be_said_nothing_is_said_of_it()
    {
        await Published(("feedback", null, null), ("balance", null, null));
        await Bot.RunsAt(Weeks.Tuesday);
        var seen = Assert.Single(Bot.Slack.In(_petra.Account)).Words;
        Assert.DoesNotContain("How it is to work here", seen);
        Assert.DoesNotContain("not enough", seen);
    }

    [Fact]
    public async Task How_questions_were_handled_is_told_once_of_the_team_or_of_what_is_above_it()
    {
        var window = Bot.Get<OrganisationWindows>().LastFinished.Index;
        await Bot.Do(db =>
        {
            db.AddRange(Handled(window, HandlingMeasure.ToAccept, Urgency.Waiting, 4), Handled(window, HandlingMeasure.ToAccept, Urgency.Today, 35), Handled(window, HandlingMeasure.ToFirstAnswer, Urgency.Today, 50, 110), Handled(window, HandlingMeasure.ToSolved, Urgency.Today, 170, 420), Handled(window, HandlingMeasure.Repeated, null, 8), Handled(window, HandlingMeasure.Spread, null, 3));
            return Task.CompletedTask;
        });
        await Bot.RunsAt(Weeks.Tuesday);
        var seen = Assert.Single(Bot.Slack.In(_petra.Account)).Words;
        Assert.Contains("While a customer waited: half were taken within 4 minutes\n", seen);
        Assert.Contains("For the same day: half were taken within 35 minutes, first answered within 50 minutes (nine in ten: 110 minutes) and solved within 3 hours (nine in ten: 7 hours)", seen);
        Assert.Contains("8 in 100 of those who said so had to repeat something", seen);
        Assert.Contains("of your team alone too few experts", seen);
        await Bot.RunsAt(Weeks.Tuesday.AddDays(7));
        Assert.DoesNotContain("had to repeat something", Bot.Slack.In(_petra.Account)[^1].Words);
    }

    [Fact]
    public async Task How_questions_were_handled_is_told_of_its_own_weeks_also_where_the_answers_were_published_first()
    {
        var window = await Published(("feedback", null, Agreement.TwoFifthsOrFewer));
        await Bot.Do(db =>
        {
            db.Add(Handled(window - 1, HandlingMeasure.Repeated, null, 8));
            return Task.CompletedTask;
        });
        await Bot.RunsAt(Weeks.Tuesday);
        Assert.Contains($"{Last(window - 1)}. Partly", Assert.Single(Bot.Slack.In(_petra.Account)).Words);
        await Bot.Do(db =>
        {
            db.Add(Handled(window, HandlingMeasure.Repeated, null, 12));
            return Task.CompletedTask;
        });
        await Bot.RunsAt(Weeks.Tuesday.AddDays(7));
        var seen = Bot.Slack.In(_petra.Account)[^1].Words;
        Assert.Contains("12 in 100 of those who said so had to repeat something", seen);
        Assert.Contains($"{Last(window)}. Partly", seen);
        Assert.DoesNotContain("How it is to work here", seen);
        await Bot.RunsAt(Weeks.Tuesday.AddDays(14));
        Assert.DoesNotContain("had to repeat", Bot.Slack.In(_petra.Account)[^1].Words);

        static string Last(int of) => new PublicationWindow(of).To.AddDays(-1).ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Statements_that_hr_asks_in_its_own_words_are_named_by_these()
    {
        string[] own = ["Ich bekam, was ich wissen musste.", "Ich konnte selbst entscheiden.", "Rückmeldungen halfen mir.", "Ich wurde mit Achtung behandelt.", "Übergaben haben geklappt."];
        await Bot.Do(db =>
        {
            db.AddRange(new PromptPack { Id = "woche", Language = "de", Version = 1, Origin = Origin.Own, Name = "Unsere Woche", Prompts = [.. own], State = PackState.Published },
                new Programme { Name = "Woche", Kind = ProgrammeKind.Pulse, State = ProgrammeState.On, PackId = "woche", Language = "de" });
            return Task.CompletedTask;
        });
        await Published(("feedback", null, Agreement.TwoFifthsOrFewer), ("respect", null, Agreement.FourFifthsOrMore));
        await Bot.RunsAt(Weeks.Tuesday);
        var seen = Assert.Single(Bot.Slack.In(_petra.Account)).Words;
        Assert.Contains("“Rückmeldungen halfen mir.” about two fifths or fewer agree", seen);
        Assert.Contains("answered “Rückmeldungen halfen mir.”", seen);
        Assert.Contains("“Ich wurde mit Achtung behandelt.” about four fifths or more agree", seen);
        Assert.DoesNotContain("I got feedback", seen);
    }

    [Fact]
    public async Task What_questions_taught_is_told_once_by_topic_and_in_nobodys_words()
    {
        var (refunds, goodwill) = (new Topic { Name = "Refunds", NameKey = "refunds", CreatedAt = Bot.Clock.Now }, new Topic { Name = "Goodwill", NameKey = "goodwill", CreatedAt = Bot.Clock.Now });
        await Bot.Do(db =>
        {
            var window = Bot.Get<OrganisationWindows>().LastFinished.Index;
            db.AddRange(refunds, goodwill, Handled(window, HandlingMeasure.Repeated, null, 8), Found(window, FindingKind.KeepAsking, 1, refunds.Id, 23), Found(window, FindingKind.KeepAsking, 2, null, 12), Found(window, FindingKind.KeepAsking, 3, refunds.Id, 9),
                Found(window, FindingKind.CouldDecide, 1, goodwill.Id, 95), Found(window, FindingKind.CouldDecide, 2, null, 90), Found(window, FindingKind.TooFewDecided, 1, refunds.Id, 0), Found(window - 1, FindingKind.CouldDecide, 1, refunds.Id, 90));
            return Task.CompletedTask;
        });
        await Bot.RunsAt(Weeks.Tuesday);
        var seen = Assert.Single(Bot.Slack.In(_petra.Account)).Words;
        Assert.Contains("Refunds: 23 times the same question and 9 times another", seen);
        Assert.Contains("Without a topic: 12 times the same question", seen);
        Assert.Contains("Goodwill: at least 95 in 100 granted", seen);
        Assert.Contains("Other topics together: at least 90 in 100 granted", seen);
        Assert.DoesNotContain("Refunds: at least", seen);
        await Bot.RunsAt(Weeks.Tuesday.AddDays(7));
        Assert.DoesNotContain("the same question", Bot.Slack.In(_petra.Account)[^1].Words);
        // What was kept is what is shown again.
        await Bot.Do(async db => db.RemoveRange(await db.QuestionFindings.ToListAsync()));
        await Bot.RunsAt(Weeks.Tuesday.AddDays(14));
        Assert.Contains("23 times the same question", (await Bot.Presses(_petra, await Bot.Presses(_petra, await Bot.Types(_petra, "digest"), "Previous weeks"), "Previous weeks")).Words);
    }

    static QuestionFinding Found(int window, FindingKind kind, int number, Guid? topic, int amount) => new() { Window = window, Kind = kind, Number = number, TopicId = topic, Amount = amount };

    static HandlingFigure Handled(int window, HandlingMeasure measure, Urgency? urgency, double value, double? p90 = null) =>
        new() { Window = window, Measure = measure, Urgency = urgency is { } by ? (short)by : HandlingFigure.AnyUrgency, GroupId = GroupTree.Whole, TopicId = HandlingFigure.AllTopics, Value = value, P90 = p90 };

    async Task<int> Published(params (string Question, BalanceWord? Balance, Agreement? Agreement)[] figures)
    {
        var window = Bot.Get<OrganisationWindows>().LastFinished.Index;
        await Bot.Do(async db =>
        {
            var team = await db.Teams.SingleAsync(one => one.Name == "Front desk");
            db.AddRange(figures.Select(one => new FrozenFigure { Window = window, Question = one.Question, GroupId = team.Id, Balance = one.Balance, Agreement = one.Agreement }));
            db.Add(new FrozenFigure { Window = window, Question = ReadingFigures.Participation, GroupId = GroupTree.Whole, Agreement = Agreement.ThreeFifthsOrMore });
        });
        return window;
    }

    async Task<Guid> Asked(Someone asker, string topic, QuestionState state, Someone? owner, DateTime? due)
    {
        var about = new Topic { Name = topic, NameKey = Folding.Key(topic), CreatedAt = Bot.Clock.Now };
        var question = new Question { AskerId = asker.Id, Words = "canary words of a question", AskedAt = Bot.Clock.Now.AddHours(-4), TopicId = about.Id, State = state, OwnerId = owner?.Id, AnswerBy = due, Urgency = Urgency.Today };
        await Bot.Do(db =>
        {
            db.AddRange(about, question);
            return Task.CompletedTask;
        });
        return question.Id;
    }

    static Ref Row(Card card, int at) => card.Body.OfType<Block.Row>().ElementAt(at).Of[0].Does;

    static string Text(Heard heard) => string.Join(' ', heard.Form.Fields.Select(field => field.Label.Plain(Reader.Plain)));
}
