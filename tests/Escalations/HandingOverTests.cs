using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Cards.Escalations;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Escalations;

/// <summary>From one who has a question to another, with everything that was said.</summary>
[Trait("Database", "Both")]
public sealed class HandingOverTests : IAsyncLifetime
{
    TestBot _bot = null!;
    AskedBot _it = null!;

    public async ValueTask InitializeAsync()
    {
        _it = await AskedBot.Start(_bot = await TestBot.Start(AskedBot.With));
        await _it.Asks();
        await _bot.Presses(_it.Sam, await _it.Offer(1), "Accept");
        await _bot.Settles();
        await _bot.Replies(_it.Asker, QuestionMessages.AskerKey((await _it.Question).Id), "It is case 48213.");
        await _bot.Settles();
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    async Task<Heard> Form() => await _bot.Presses(_it.Sam, await _it.Offer(1), "Hand over");

    async Task<Delivered> Given(params (string, object)[] filled)
    {
        Assert.IsType<Reply.None>((await _bot.Submits(_it.Sam, await Form(), filled)).Reply);
        return await _it.Offer(2);
    }

    [Fact]
    public async Task It_stays_with_the_giver_until_the_other_accepts_who_then_has_all_that_was_said()
    {
        var offer = await Given((HandOver.ToField, _it.Ada), (HandOver.BriefField, "Decide it as in March."));
        Assert.StartsWith("Sam Rivers hands you a question", offer.Words);
        Assert.Contains("it stays with Sam Rivers until you accept", offer.Words);
        Assert.Contains("You asked Ada Obi to take it over. It is yours until they accept.", (await _it.Offer(1)).Words);
        Assert.Contains("Until Ada Obi says yes it stays with Sam Rivers", (await _it.AskersCard()).Words);
        Assert.Equal((_it.Sam.Id, 0), ((await _it.Question).OwnerId!.Value, (await _it.Question).Transfers));

        var hers = await _bot.Presses(_it.Ada, offer, "Accept");
        foreach (var words in new[] { "It is case 48213.", "Decide it as in March.", "how do I refund a chargeback" })
            Assert.Contains(words, hers.Words);
        Assert.Equal((_it.Ada.Id, 1), ((await _it.Question).OwnerId!.Value, (await _it.Question).Transfers));
        Assert.Contains("It changed hands; everything said so far is with Ada Obi", (await _it.AskersCard()).Words);
        Assert.StartsWith("Ada Obi took it over", (await _it.Last(_it.Sam)).Words);
        var news = _bot.Slack.In(_it.Asker.Account).Where(sent => !sent.IsChange).TakeLast(1).Single();
        Assert.Contains("with everything said so far", news.Words);
        Assert.Contains("No longer needed", (await _it.Offer(1)).Words);
        Assert.Contains("No longer needed", (await _bot.Presses(_it.Sam, await Stale(), "Hand over")).Words);
    }

    [Fact]
    public async Task What_stands_in_the_brief_is_not_said_twice()
    {
        var offer = await Given((HandOver.ToField, _it.Ada));
        Assert.Equal(2, offer.Words.Split("It is case 48213.").Length);
    }

    [Fact]
    public async Task The_brief_is_made_of_what_was_said_and_can_be_changed_but_not_left_out()
    {
        var form = await Form();
        Assert.Equal("how do I refund a chargeback\nMira Solano: It is case 48213.", form.Holds(HandOver.BriefField));
        Assert.Contains("Pick a person or a topic", (await _bot.Submits(_it.Sam, form)).Fault(HandOver.ToField));
        var empty = await _bot.Submits(_it.Sam, form, (HandOver.ToField, _it.Ada), (HandOver.BriefField, " "));
        Assert.Contains("nobody has to say it again", empty.Fault(HandOver.BriefField));
        Assert.Equal(_it.Ada.Id.ToString(), empty.Holds(HandOver.ToField));
        Assert.Contains("at most 3,000", (await _bot.Submits(_it.Sam, form, (HandOver.ToField, _it.Ada), (HandOver.BriefField, new string('x', 3001)))).Fault(HandOver.BriefField));
        Assert.Contains("They asked it", (await _bot.Submits(_it.Sam, form, (HandOver.ToField, _it.Asker))).Fault(HandOver.ToField));
        Assert.Contains("This is you", (await _bot.Submits(_it.Sam, form, (HandOver.ToField, _it.Sam))).Fault(HandOver.ToField));
        Assert.Single(await _bot.Read(db => db.QuestionOffers.ToListAsync()));
    }

    [Fact]
    public async Task Refused_it_is_the_givers_as_before_and_they_read_why()
    {
        var offer = await Given((HandOver.ToField, _it.Ada));
        var pass = await _bot.Presses(_it.Ada, offer, "Pass");
        Assert.Contains("in person", (await _bot.Submits(_it.Ada, pass, (PassQuestion.ToField, _it.Tess))).Fault(PassQuestion.ToField));
        await _bot.Submits(_it.Ada, pass, (PassQuestion.WhyField, "I am off in ten minutes."));
        var news = (await _it.Last(_it.Sam));
        Assert.Contains("is with you as before", news.Words);
        Assert.Contains("I am off in ten minutes.", news.Words);
        Assert.Equal((_it.Sam.Id, QuestionState.Owned, 0), ((await _it.Question).OwnerId!.Value, (await _it.Question).State, (await _it.Question).Transfers));
        Assert.Contains("Hand over", (await _it.Offer(1)).Card.Buttons.Select(button => button.Label.Plain(ServiceCulture.Cards.Reader.Plain)));
    }

    [Fact]
    public async Task Run_out_it_is_the_givers_as_before()
    {
        await Given((HandOver.ToField, _it.Ada));
        await _it.Later(TimeSpan.FromSeconds(45));
        Assert.Contains("Nobody accepted your handover in time", (await _it.Last(_it.Sam)).Words);
        Assert.Contains("The time ran out", (await _it.Offer(2)).Words);
        Assert.Equal(_it.Sam.Id, (await _it.Question).OwnerId);
    }

    [Fact]
    public async Task Taken_back_nobody_can_accept_it_any_more()
    {
        var offer = await Given((HandOver.ToField, _it.Ada));
        Assert.Contains("Your answer is due by", (await _bot.Presses(_it.Sam, await _it.Offer(1), "Take it back")).Words);
        Assert.Contains("No longer needed", (await _bot.Presses(_it.Ada, offer, "Accept")).Words);
        Assert.Equal(_it.Sam.Id, (await _it.Question).OwnerId);
    }

    [Fact]
    public async Task To_a_topic_whoever_is_next_for_it_is_asked()
    {
        var topic = (await _it.Question).TopicId!.Value.ToString();
        var offer = await Given((HandOver.TopicField, topic));
        Assert.Equal(_it.Ada.Account, offer.Place);
        await _bot.Presses(_it.Sam, await _it.Offer(1), "Take it back");
        _it.Finds(_it.Sam);
        Assert.Contains("There is nobody else to ask for “Refunds”. Pick another topic, or a person.", (await _bot.Submits(_it.Sam, await Form(), (HandOver.TopicField, topic))).Fault(HandOver.TopicField));
    }

    [Fact]
    public async Task To_another_topic_it_is_written_down_and_learnt_and_goes_back_where_they_will_not_have_it()
    {
        var (refunds, vouchers) = ((await _it.Question).TopicId!.Value, await _it.Topic("Vouchers"));
        var offer = await Given((HandOver.TopicField, vouchers.ToString()));
        Assert.Equal(vouchers, (await _it.Question).TopicId);
        await _bot.Submits(_it.Ada, await _bot.Presses(_it.Ada, offer, "Pass"), (PassQuestion.WhyField, "No voucher in it."));
        Assert.Equal(refunds, (await _it.Question).TopicId);
        Assert.Contains("No voucher in it.", (await _it.Last(_it.Sam)).Words);
        Assert.Equal([(_it.Asker.Id, refunds), (_it.Asker.Id, refunds), (_it.Sam.Id, vouchers), (null, refunds)], await _it.Topics());
        _bot.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([vouchers, refunds], await _it.Learnt());

        _it.Finds(_it.Tess);
        await _bot.Submits(_it.Sam, await Form(), (HandOver.TopicField, vouchers.ToString()));
        _bot.Clock.Advance(TimeSpan.FromSeconds(1));
        await _bot.Presses(_it.Sam, await _it.Offer(1), "Take it back");
        Assert.Equal(refunds, (await _it.Question).TopicId);
        _bot.Clock.Advance(TimeSpan.FromSeconds(1));
        await _bot.Submits(_it.Sam, await Form(), (HandOver.TopicField, vouchers.ToString()));
        await _bot.Presses(_it.Tess, await _it.Offer(4), "Accept");
        Assert.Equal((_it.Tess.Id, vouchers), ((await _it.Question).OwnerId!.Value, (await _it.Question).TopicId!.Value));
        Assert.Equal(vouchers, (await _it.Learnt())[^1]);
    }

    [Fact]
    public async Task Twice_at_once_asks_one_person()
    {
        var form = await Form();
        var heard = await Task.WhenAll(Task.Run(() => _bot.Submits(_it.Sam, form, (HandOver.ToField, _it.Ada))), Task.Run(() => _bot.Submits(_it.Sam, form, (HandOver.ToField, _it.Tess))));
        Assert.Single(heard, one => one.Reply is Reply.Wrong && one.Fault(HandOver.ToField).Contains("asked somebody already", StringComparison.Ordinal));
        Assert.Single(await _bot.Read(db => db.QuestionOffers.Where(one => one.Outcome == OfferOutcome.Live).ToListAsync()));
    }

    async Task<Delivered> Stale()
    {
        var key = QuestionMessages.OfferKey((await _it.Question).Id, 1);
        return _bot.Teams.Sent.Last(sent => sent.Key == key && sent.Card.Buttons.Any(button => button.Label.Plain(ServiceCulture.Cards.Reader.Plain) == "Hand over"));
    }
}
