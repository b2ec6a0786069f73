using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Pulse;
using ServiceCulture.Tests.Support;
using Channel = ServiceCulture.Bot.Conversation.Channel;

namespace ServiceCulture.Tests.Pulse;

/// <summary>Five presses, kept for their author alone.</summary>
public sealed partial class AnsweringPulseTests : OverTheDatabase
{
    Someone _mira = null!, _ben = null!;

    private protected override async Task Arrange()
    {
        _mira = await Bot.Member("Mira Solano", Channel.Slack, zone: "Europe/Berlin");
        _ben = await Bot.Member("Ben Okafor", Channel.Teams);
    }

    [Fact]
    public async Task All_five_are_answered_in_five_presses_and_the_card_never_says_how()
    {
        var ask = await Asked(_mira);
        Assert.Contains("Open until 2 Mar 2026, 18:00", Bot.Slack.Standing(Asks.Key(ask.Id))!.Words);
        foreach (var (id, at) in PulseStatements.Ids.Select((id, at) => (id, at)))
        {
            var heard = await Press(_mira, ask, id, at % 2 == 0 ? PulseCard.Yes : PulseCard.No);
            Assert.Equal(at == 4 ? 0 : at + 1, heard.Words.Split("Kept.").Length - 1);
        }
        var done = await Standing(ask);
        Assert.StartsWith("Your week\n", done.Words);
        Assert.Contains("all five are kept", done.Words);
        Assert.Equal(["Change an answer", "Rough moment", "Get help now"], done.Buttons);
        Assert.Equal(["y", "n", "y", "n", "y"], await Kept(_mira));
        Assert.Equal(AskState.Answered, (await Bot.Read(db => db.Asks.SingleAsync())).State);
    }

    [Fact]
    public async Task Whoever_says_yes_and_whoever_says_no_leave_the_same_message_and_rows_of_the_same_size()
    {
        var (one, other) = (await Asked(_mira), await Asked(await Bot.Member("Noor Haddad", Channel.Slack, zone: "Europe/Berlin")));
        await Bot.Presses(_mira, Answer(one, "respect", PulseCard.Yes));
        await Bot.Presses(new Someone(other.MemberId, "Noor Haddad", Channel.Slack, "Slack:noor-haddad"), Answer(other, "respect", PulseCard.No));
        await Bot.Delivers();
        Assert.Equal(Drawn(one), Drawn(other));
        Assert.Single((await Bot.Read(db => db.PulseAnswers.Select(answer => answer.Agrees).ToListAsync())).Select(bytes => bytes.Length).Distinct());
    }

    [Fact]
    public async Task An_answer_can_be_changed_until_its_time_is_over_and_stays_where_it_was_given()
    {
        var ask = await Asked(_mira);
        foreach (var id in PulseStatements.Ids)
            await Press(_mira, ask, id, PulseCard.Yes);
        var given = Bot.Clock.Now;
        Bot.Clock.Advance(TimeSpan.FromHours(7));
        var again = await Bot.Presses(_mira, new Ref(PulseCard.ChangeId, ask.Id.ToString()));
        Assert.Equal(5, again.Words.Split("Kept.").Length - 1);
        Assert.Equal(["Pause…", "Rough moment", "Get help now"], again.Buttons);
        Assert.Contains("all five are kept", (await Press(_mira, ask, "feedback", PulseCard.No)).Words);
        Assert.Equal(["y", "y", "n", "y", "y"], await Kept(_mira));
        Assert.All(await Bot.Read(db => db.PulseAnswers.Select(answer => answer.At).ToListAsync()), at => Assert.True(given - at < TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task What_comes_late_gets_the_closed_card_and_keeps_nothing()
    {
        var ask = await Asked(_mira);
        await Press(_mira, ask, "respect", PulseCard.Yes);
        Bot.Clock.Advance(TimeSpan.FromHours(9));
        foreach (var late in new[] { Answer(ask, "respect", PulseCard.No), Answer(ask, "feedback", PulseCard.No), new Ref(PulseCard.NotThisWeekId, ask.Id.ToString()), new Ref(PulseCard.ChangeId, ask.Id.ToString()) })
            Assert.Contains("are closed", (await Bot.Presses(_mira, late)).Words);
        Assert.Equal(["y"], await Kept(_mira));
        Assert.Equal(AskState.Answered, (await Bot.Read(db => db.Asks.SingleAsync())).State);
    }

    [Fact]
    public async Task Not_this_week_is_all_right_and_final_and_takes_no_answer_back()
    {
        var (miras, bens) = (await Asked(_mira), await Asked(_ben));
        Assert.Contains("All right", (await Bot.Presses(_mira, new Ref(PulseCard.NotThisWeekId, miras.Id.ToString()))).Words);
        Assert.Contains("All right", (await Press(_mira, miras, "respect", PulseCard.Yes)).Words);
        Assert.Empty(await Bot.Read(db => db.PulseAnswers.ToListAsync()));

        await Press(_ben, bens, "respect", PulseCard.Yes);
        Assert.Contains("Kept.", (await Bot.Presses(_ben, new Ref(PulseCard.NotThisWeekId, bens.Id.ToString()))).Words);
        Assert.Equal([AskState.Answered, AskState.NotToday], (await Bot.Read(db => db.Asks.Select(ask => ask.State).ToListAsync())).Order());
    }

    [Fact]
    public async Task Somebody_elses_statements_and_those_of_no_one_are_refused_in_words()
    {
        var ask = await Asked(_mira);
        foreach (var press in new[] { Answer(ask, "respect", PulseCard.Yes), new Ref(PulseCard.NotThisWeekId, ask.Id.ToString()), new Ref(PulseCard.ChangeId, Guid.NewGuid().ToString()) })
            Assert.Contains("no longer there", (await Bot.Presses(_ben, press)).Words);
        Assert.Empty(await Bot.Read(db => db.PulseAnswers.ToListAsync()));
        Assert.Equal(AskState.Waiting, (await Bot.Read(db => db.Asks.SingleAsync())).State);
    }

    [Fact]
    public async Task A_check_in_is_no_pulse()
    {
        var ask = new Ask { MemberId = _mira.Id, Kind = ProgrammeKind.CheckIn, Day = new DateOnly(2026, 3, 2), At = Bot.Clock.Now, Until = Bot.Clock.Now.AddHours(4) };
        await Bot.Do(db => Task.FromResult(db.Add(ask)));
        Assert.Contains("no longer there", (await Bot.Presses(_mira, Answer(ask, "respect", PulseCard.Yes))).Words);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("{0}/respect")]
    [InlineData("{0}/respect/maybe")]
    [InlineData("{0}/salary/yes")]
    [InlineData("x/respect/yes")]
    [InlineData("")]
    public async Task An_answer_that_is_none_is_refused(string row)
    {
        var ask = await Asked(_mira);
        Assert.Contains("no longer valid", (await Bot.Presses(_mira, new Ref(PulseCard.AnswerId, string.Format(null, row, ask.Id)))).Words);
        Assert.Empty(await Bot.Read(db => db.PulseAnswers.ToListAsync()));
    }

    [Fact]
    public async Task Presses_that_come_at_once_or_twice_are_each_kept_once()
    {
        var ask = await Asked(_mira);
        foreach (var together in PulseStatements.Ids.Chunk(3))
            await Task.WhenAll(together.Concat(together).Select(id => Bot.Presses(_mira, Answer(ask, id, PulseCard.Yes), eventId: $"e-{id}")));
        Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["y", "y", "y", "y", "y"], await Kept(_mira));
        Assert.Contains("all five are kept", (await Standing(ask)).Words);
    }

    [Fact]
    public async Task Whoever_answers_is_heard_so_the_bot_does_not_fall_silent()
    {
        await Bot.Do(db => Task.FromResult(db.Add(new Participation { MemberId = _mira.Id, Unanswered = 2, Taking = Taking.AtStart })));
        await Press(_mira, await Asked(_mira), "respect", PulseCard.No);
        Assert.Equal(0, (await Bot.Read(db => db.Participations.SingleAsync())).Unanswered);
    }

    [Fact]
    public async Task The_reminder_is_a_message_of_its_own_and_closing_changes_the_card()
    {
        var ask = await Asked(_mira);
        await AskedPulse.Remind(Bot.Get<IServiceProvider>(), ask);
        await Bot.Delivers();
        Assert.Contains("still time", Text(Bot.Slack.Standing(Asks.ReminderKey(ask.Id))!.Card));
        Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        await AskedPulse.Close(Bot.Get<IServiceProvider>(), ask);
        Assert.Contains("are closed", (await Standing(ask)).Words);
    }

    [Fact]
    public async Task A_reminder_is_done_with_once_one_statement_is_answered_and_changes_once()
    {
        var ask = await Asked(_mira);
        await AskedPulse.Remind(Bot.Get<IServiceProvider>(), ask);
        await Bot.Delivers();
        await Press(_mira, ask, "respect", PulseCard.Yes);
        await Press(_mira, ask, "feedback", PulseCard.Yes);
        Bot.Clock.Advance(TimeSpan.FromSeconds(2));
        await Bot.Delivers();
        Assert.Contains("has done its part", Text(Bot.Slack.Standing(Asks.ReminderKey(ask.Id))!.Card));
        Assert.Equal(2, await Bot.Read(db => db.Messages.Where(message => message.Key == Asks.ReminderKey(ask.Id)).Select(message => message.Revision).SingleAsync()));
    }

    [Theory]
    [InlineData("2026-03-02", "2026-03-02")]
    [InlineData("2026-03-06", "2026-03-02")]
    [InlineData("2026-03-08", "2026-03-02")]
    [InlineData("2026-03-09", "2026-03-09")]
    public void One_ask_counts_for_a_week(string day, string week) =>
        Assert.Equal(DateOnly.ParseExact(week, "yyyy-MM-dd", null), AskedPulse.Asking(Bot.Get<IServiceProvider>()).CountsFor(DateOnly.ParseExact(day, "yyyy-MM-dd", null)));

    [Fact]
    public async Task A_second_ask_in_a_week_is_refused_by_the_database_and_the_next_week_has_one()
    {
        await Asked(_mira);
        Bot.Clock.Advance(TimeSpan.FromDays(4));
        Assert.True(UniqueViolation.IsOneOf(await Assert.ThrowsAnyAsync<Exception>(() => Asked(_mira))));
        Bot.Clock.Advance(TimeSpan.FromDays(3));
        await Asked(_mira);
    }

    async Task<Ask> Asked(Someone who)
    {
        var ask = await AskedPulse.Ask(Bot.Get<IServiceProvider>(), who.Id);
        await Bot.Delivers();
        return ask;
    }

    static Ref Answer(Ask ask, string statement, string answer) => new(PulseCard.AnswerId, $"{ask.Id}/{statement}/{answer}");

    Task<Heard> Press(Someone who, Ask ask, string statement, string answer) => Bot.Presses(who, Answer(ask, statement, answer));

    // What stands in the chat now.
    async Task<Heard> Standing(Ask ask)
    {
        await Bot.Delivers();
        return new Heard(new Reply.Replace(Bot.Slack.Standing(Asks.Key(ask.Id))!.Card), _mira.Direct, _mira.Id);
    }

    // All but the tickets, which are sealed for the one person, and what of them stands in ids.
    string Drawn(Ask ask) => Tickets().Replace(Bot.Slack.Standing(Asks.Key(ask.Id))!.Body, "");

    [GeneratedRegex("\"value\":\"[^\"]*\"|#[0-9a-f]{12}")]
    private static partial Regex Tickets();

    static string Text(Card card) => ServiceCulture.Cards.Rendering.PlainText.Render(card, Reader.Plain);

    async Task<List<string>> Kept(Someone who)
    {
        var cipher = await Bot.Get<Vault>().Find(who.Id, default);
        var rows = await Bot.Read(db => db.PulseAnswers.Where(answer => answer.MemberId == who.Id).ToListAsync());
        return [.. rows.OrderBy(row => PulseStatements.Ids.ToList().IndexOf(row.Statement)).Select(row => cipher!.Read(row.Agrees))];
    }
}
