using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Cards.Escalations;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Escalations;

/// <summary>A platform is away for an hour, and the bot is not.</summary>
[Trait("Database", "Both")]
public sealed class OutageTests : IAsyncLifetime
{
    static readonly SendFailedException Away = new("service_unavailable", Failure.Safe);

    TestBot _bot = null!;
    AskedBot _it = null!;

    public async ValueTask InitializeAsync() => _it = await AskedBot.Start(_bot = await TestBot.Start(AskedBot.With));

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task What_an_expert_answers_while_the_askers_platform_is_away_arrives_when_it_is_back()
    {
        await _it.Asks();
        var answering = await _bot.Presses(_it.Sam, await _it.Offer(1), "Accept");
        Assert.Contains("You have this question", answering.Words);
        _bot.Slack.Down = Away;
        await _bot.Replies(_it.Sam, QuestionMessages.OfferKey((await _it.Question).Id, 1), "One moment, I look it up.");
        await _bot.Submits(_it.Sam, await _bot.Presses(_it.Sam, await _it.Offer(1), "Answer"), (AnswerQuestion.WordsField, "Under Disputes, by hand."));
        await Minutes(60);
        _bot.Slack.Down = null;
        await _bot.Replies(_it.Sam, QuestionMessages.OfferKey((await _it.Question).Id, 1), "Does that help?");
        await Minutes(1);
        Assert.Contains("Under Disputes, by hand.", (await _it.AskersCard()).Words);
        var heard = _bot.Slack.In(_it.Asker.Account).Where(sent => !sent.IsChange).Select(sent => sent.Words).ToList();
        Assert.Contains(heard, words => words.StartsWith("Sam Rivers writes", StringComparison.Ordinal) && words.Contains("One moment, I look it up.", StringComparison.Ordinal));
        Assert.Contains(heard, words => words.StartsWith("Sam Rivers answered", StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_the_experts_platform_is_away_their_time_is_moved_and_the_askers_card_says_so()
    {
        _bot.Teams.Down = Away;
        _it.Routes(sure: false);
        await _bot.Submits(_it.Asker, await _it.Asks("how do I refund a chargeback"));
        await Minutes(60);
        var question = await _it.Question;
        Assert.Equal((QuestionState.Offered, true), (question.State, question.Deadline > _bot.Clock.Now));
        Assert.Contains("Messages were held up for a while. Nothing is lost; the times above were moved", (await _it.AskersCard()).Words);
        _bot.Teams.Down = null;
        await Minutes(8);
        Assert.Contains("You have this question", (await _bot.Presses(_it.Sam, await _it.Offer(1), "Accept")).Words);
    }

    async Task Minutes(int many)
    {
        for (var minute = 0; minute < many; minute++)
            await _it.Later(TimeSpan.FromMinutes(1));
    }
}
