using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Tests.Support;
using Channel = ServiceCulture.Bot.Conversation.Channel;

namespace ServiceCulture.Tests.CheckIns;

/// <summary>The question, its answer, and the thought behind it; and that none of it is anybody else's.</summary>
[Trait("Database", "Both")]
public sealed class CheckingInTests : IAsyncLifetime
{
    const string Thought = "I always ruin every call and they must all think I am useless";

    TestBot _bot = null!;
    Someone _mira = null!, _ben = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await TestBot.Start();
        _mira = await _bot.Member("Mira Solano", Channel.Slack, zone: "Europe/Berlin");
        _ben = await _bot.Member("Ben Okafor", Channel.Local);
        await _bot.Chose(Taking.OnMyOwn, _mira, _ben);
    }

    public async ValueTask DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task A_step_is_one_press_and_the_card_says_nothing_of_it()
    {
        var question = await _bot.Types(_mira, "checkin");
        var done = await Steps(_mira, question, 2);
        Assert.StartsWith("Checked in", done.Words);
        Assert.DoesNotContain("shaky", done.Words);
        var row = await _bot.Read(db => db.CheckIns.SingleAsync());
        var cipher = await _bot.Get<Vault>().Find(_mira.Id, default);
        Assert.Equal("2", cipher!.Read(row.Step));
        Assert.Equal(AskState.Answered, (await _bot.Read(db => db.Asks.SingleAsync())).State);
    }

    [Fact]
    public async Task The_last_step_of_a_day_counts_and_a_day_has_one_row()
    {
        await Steps(_mira, await _bot.Types(_mira, "checkin"), 2);
        await Steps(_mira, await _bot.Types(_mira, "checkin"), 4);
        var row = await _bot.Read(db => db.CheckIns.SingleAsync());
        Assert.Equal("4", (await _bot.Get<Vault>().Find(_mira.Id, default))!.Read(row.Step));
    }

    [Fact]
    public async Task Somebody_elses_question_is_refused_and_nothing_is_kept()
    {
        var ask = new Ask { MemberId = _mira.Id, Kind = ProgrammeKind.CheckIn, Day = new DateOnly(2026, 1, 1), At = _bot.Clock.Now, Until = _bot.Clock.Now.AddHours(4) };
        await _bot.Do(db => Task.FromResult(db.Add(ask)));
        var refused = await _bot.Presses(_ben, new Ref(CheckInCard.StepId, $"{ask.Id}/5"));
        Assert.Contains("no longer there", refused.Words);
        Assert.Empty(await _bot.Read(db => db.CheckIns.ToListAsync()));
        Assert.Equal(AskState.Waiting, (await _bot.Read(db => db.Asks.SingleAsync())).State);
    }

    [Fact]
    public async Task A_question_whose_time_is_over_says_so_and_keeps_nothing()
    {
        var ask = new Ask { MemberId = _mira.Id, Kind = ProgrammeKind.CheckIn, Day = new DateOnly(2026, 1, 1), At = _bot.Clock.Now.AddHours(-5), Until = _bot.Clock.Now.AddHours(-1) };
        await _bot.Do(db => Task.FromResult(db.Add(ask)));
        Assert.Contains("closed", (await _bot.Presses(_mira, new Ref(CheckInCard.StepId, $"{ask.Id}/5"))).Words);
        Assert.Empty(await _bot.Read(db => db.CheckIns.ToListAsync()));
    }

    [Fact]
    public async Task A_late_not_today_takes_nothing_back()
    {
        var question = await _bot.Types(_mira, "checkin");
        await Steps(_mira, question, 3);
        await _bot.Presses(_mira, question, "Not today");
        Assert.Equal(AskState.Answered, (await _bot.Read(db => db.Asks.SingleAsync())).State);
    }

    [Fact]
    public async Task A_step_fills_its_share_of_the_scale_and_not_the_whole_bar()
    {
        await Steps(_mira, await _bot.Types(_mira, "checkin"), 2);
        var bars = Assert.IsType<Block.Bars>((await _bot.Types(_mira, "myday")).Form.Fields.OfType<Field.Shown>().First().Block);
        // Two of five, of the twelve that make a whole bar.
        Assert.Equal(5, PlainText.Render(new Card($"", bars), Reader.Plain).Count(one => one == '█'));
    }

    [Theory]
    [InlineData("/0")]
    [InlineData("/6")]
    [InlineData("/x")]
    [InlineData("")]
    public async Task A_step_that_is_none_is_refused(string row)
    {
        await _bot.Presses(_mira, new Ref(CheckInCard.StepId, row));
        Assert.Empty(await _bot.Read(db => db.CheckIns.ToListAsync()));
    }

    [Fact]
    public async Task A_thought_is_swapped_in_private_forms_and_seen_in_my_day()
    {
        var form = await _bot.Presses(_mira, new Ref(CheckInCard.ThoughtId));
        Assert.True(form.Form.Private);
        var patterns = await _bot.Submits(_mira, form, (SortThought.WordsField, Thought));
        Assert.True(patterns.Form.Private);
        var choices = patterns.Form.Fields.OfType<Field.Pick>().Single().Choices.Select(choice => choice.Value).ToList();
        Assert.InRange(choices.Count(PatternWords.Ids.Contains), 1, 2);
        Assert.Contains(NamePattern.SimplyTrue, choices);
        Assert.Contains(NamePattern.NoneOfThese, choices);
        var swap = await _bot.Submits(_mira, patterns, (NamePattern.Field, choices[0]));
        var offered = swap.Form.Fields.OfType<Field.Pick>().Single().Choices;
        Assert.InRange(offered.Count, 2, 3);
        Assert.IsType<Reply.None>((await _bot.Submits(_mira, swap, (SwapThought.OwnField, "This one call went badly, and most went well."))).Reply);

        var day = await _bot.Types(_mira, "myday");
        Assert.Contains(Thought, Seen(day.Form));
        var edit = await _bot.Submits(_mira, day, (MyDay.ThoughtField, day.Form.Fields.OfType<Field.Pick>().Single().Choices[0].Value));
        Assert.Equal("This one call went badly, and most went well.", edit.Holds(EditThought.SwapField));
        Assert.IsType<Reply.None>((await _bot.Submits(_mira, edit, (EditThought.DeleteField, "yes"))).Reply);
        Assert.Empty(await _bot.Read(db => db.Thoughts.ToListAsync()));
    }

    [Fact]
    public async Task What_is_simply_true_gets_no_pattern_and_after_abuse_the_text_about_it()
    {
        var patterns = await _bot.Submits(_mira, await _bot.Presses(_mira, new Ref(CheckInCard.ThoughtId)), (SortThought.WordsField, "The caller screamed at me and called me a stupid cow for ten minutes."));
        var help = await _bot.Submits(_mira, patterns, (NamePattern.Field, NamePattern.SimplyTrue));
        Assert.Contains("ending the call", Seen(help.Form));
        Assert.IsType<Reply.None>((await _bot.Submits(_mira, help, (TrueThought.HelpField, "short-break"))).Reply);
    }

    [Theory]
    [InlineData(null, "Nobody is asked to put up with insults")]
    [InlineData("Hang up; your lead knows.", "Hang up; your lead knows.")]
    public async Task After_abuse_the_text_about_it_stands_on_each_step_and_what_happened_is_not_said_back(string? own, string text)
    {
        if (own is not null)
            await _bot.Sets(Policies.AbuseTextKey, own);
        var patterns = await _bot.Submits(_mira, await _bot.Presses(_mira, new Ref(CheckInCard.ThoughtId)), (SortThought.WordsField, "The caller screamed at me for ten minutes"));
        Assert.StartsWith($"If this was abuse, you need not take it. {text}", Assert.IsType<Field.Note>(patterns.Form.Fields[0]).Label.Plain(Reader.Plain));
        var swap = await _bot.Submits(_mira, patterns, (NamePattern.Field, NamePattern.NoneOfThese));
        Assert.Contains(text, Assert.IsType<Field.Note>(swap.Form.Fields[0]).Label.Plain(Reader.Plain));
        var offered = swap.Form.Fields.OfType<Field.Pick>().Single().Choices;
        Assert.InRange(offered.Count, 2, 3);
        Assert.All(offered, one => Assert.DoesNotMatch("telling myself|more gently|in my hands|screamed", one.Label.Plain(Reader.Plain)));
        // Where the words tell of none, nothing is said of it.
        patterns = await _bot.Submits(_mira, await _bot.Presses(_mira, new Ref(CheckInCard.ThoughtId)), (SortThought.WordsField, Thought));
        Assert.DoesNotContain("abuse", Seen(patterns.Form));
        Assert.DoesNotContain("abuse", Seen((await _bot.Submits(_mira, patterns, (NamePattern.Field, NamePattern.NoneOfThese))).Form));
    }

    [Fact]
    public async Task Nothing_private_stands_in_a_message_or_in_clear_in_a_row()
    {
        var nora = await _bot.Member("Nora Solano", Channel.Slack, zone: "Europe/Berlin");
        await Asked(_mira, nora);
        await Steps(_mira, 1);
        await Steps(nora, 5);
        var patterns = await _bot.Submits(_mira, await _bot.Presses(_mira, new Ref(CheckInCard.ThoughtId)), (SortThought.WordsField, Thought));
        await _bot.Submits(_mira, patterns, (NamePattern.Field, NamePattern.NoneOfThese));
        await _bot.Delivers();
        var messages = await _bot.Read(db => db.Messages.ToListAsync());
        Assert.All(messages, message => Assert.DoesNotContain("ruin", message.Body));
        // The lowest step and the highest leave the same behind, but for who they are.
        var (low, high) = (Assert.Single(messages, one => one.ForMember == _mira.Id), Assert.Single(messages, one => one.ForMember == nora.Id));
        Assert.Contains("Checked in", low.Body);
        Assert.Equal((Unsealed(low.Body), low.Body.Length, low.Summary, low.Revision), (Unsealed(high.Body), high.Body.Length, high.Summary, high.Revision));
        Assert.All(await _bot.Read(db => db.Thoughts.ToListAsync()), thought => Assert.DoesNotContain("ruin", System.Text.Encoding.UTF8.GetString(thought.Sealed)));
        Assert.Empty(await _bot.Read(db => db.Drafts.ToListAsync()));
    }

    [Fact]
    public async Task An_empty_or_too_long_thought_is_refused_at_its_field_with_the_words_kept()
    {
        var form = await _bot.Presses(_mira, new Ref(CheckInCard.ThoughtId));
        Assert.NotEmpty((await _bot.Submits(_mira, form, (SortThought.WordsField, ""))).Fault(SortThought.WordsField));
        var wrong = await _bot.Submits(_mira, form, (SortThought.WordsField, new string('x', SortThought.Most + 1)));
        Assert.Contains("1,001", wrong.Fault(SortThought.WordsField));
        Assert.Equal(SortThought.Most + 1, wrong.Holds(SortThought.WordsField).Length);
        Assert.True(wrong.Form.Private);
    }

    [Fact]
    public async Task A_step_of_the_flow_sent_twice_or_by_somebody_else_has_no_second_effect()
    {
        var patterns = await _bot.Submits(_mira, await _bot.Presses(_mira, new Ref(CheckInCard.ThoughtId)), (SortThought.WordsField, Thought));
        await _bot.Submits(_mira, patterns, (NamePattern.Field, NamePattern.NoneOfThese));
        Assert.Contains("You took this step before, so nothing was changed", (await _bot.Submits(_mira, patterns, (NamePattern.Field, NamePattern.SimplyTrue))).Words);
        Assert.Equal(2, (await _bot.Read(db => db.Thoughts.SingleAsync())).Version);
        Assert.IsType<Reply.Whisper>((await _bot.Submits(_ben, patterns, (NamePattern.Field, NamePattern.SimplyTrue))).Reply);
    }

    [Fact]
    public async Task Words_of_crisis_bring_help_to_the_top_of_the_next_form_and_stop_nobody()
    {
        var next = await _bot.Submits(_mira, await _bot.Presses(_mira, new Ref(CheckInCard.ThoughtId)), (SortThought.WordsField, "I want to die, I can't go on living."));
        Assert.Contains("findahelpline.com", Seen(next.Form));
        Assert.Contains("nobody is watching", Seen(next.Form));
        Assert.Contains(next.Form.Fields.OfType<Field.Pick>().Single().Choices, choice => choice.Value == NamePattern.JustKeep);
    }

    Task<Heard> Steps(Someone who, Heard question, int step)
    {
        var button = question.Card.Body.OfType<Block.Row>().Single().Of.Single(one => one.Does.Row.EndsWith($"/{step}", StringComparison.Ordinal));
        return _bot.Presses(who, button.Does, question.Where, who.Id);
    }

    // As the programme asks them, on the next morning.
    async Task Asked(params Someone[] people)
    {
        await _bot.Do(async db =>
        {
            await db.Participations.ExecuteDeleteAsync();
            var daily = new Programme { Name = "Daily", Kind = ProgrammeKind.CheckIn, State = ProgrammeState.On, PackId = "core", Days = Weekdays.All };
            db.AddRange(daily, Replanning.OfProgramme(daily.Id));
        });
        await _bot.Chose(Taking.AtStart, people);
        _bot.Clock.Advance(TimeSpan.FromHours(25));
        await _bot.Get<AskingWhoIsDue>().Run(default);
        await _bot.Delivers();
    }

    Task<Heard> Steps(Someone who, int step) =>
        _bot.Presses(who, Assert.Single(_bot.Slack.In(who.Account)).Card.Body.OfType<Block.Row>().Single().Of.Single(one => one.Does.Row.EndsWith($"/{step}", StringComparison.Ordinal)).Does);

    static string Unsealed(string body) => System.Text.RegularExpressions.Regex.Replace(body, "\"value\":\"[^\"]*\"", "");

    static string Seen(Form form) => System.Net.WebUtility.HtmlDecode(Html.Form(form, Reader.Plain, "f"));
}
