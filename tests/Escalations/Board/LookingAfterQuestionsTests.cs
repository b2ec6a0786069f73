using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Board;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Escalations.Board;

/// <summary>Whoever looks after everybody's questions: sees where they stand, gives one to somebody else, withdraws one with a reason.</summary>
[Trait("Database", "Both")]
public sealed class LookingAfterQuestionsTests : IAsyncLifetime
{
    TestBot _bot = null!;
    AskedBot _it = null!;
    MemberInfo _hr = null!;

    public async ValueTask InitializeAsync()
    {
        _it = await AskedBot.Start(_bot = await TestBot.Start(AskedBot.With));
        _hr = (await _bot.Get<Register>().Member((await _bot.Member("Ines Moreau", roles: Roles.Hr)).Id, default))!;
        await _it.Asks();
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task The_board_says_where_a_question_stands_and_opening_it_is_written_down()
    {
        await _it.Offer(1);
        var row = Assert.Single((await _bot.Read(db => ReadingBoard.Open(db, null, 0, 10, default))).Rows);
        Assert.Equal(("Mira Solano", "Refunds", QuestionState.Offered, Urgency.Waiting, "Sam Rivers"), (row.Asker, row.Topic, row.State, row.Urgency, row.Holder));
        var read = await _bot.Read(db => ReadingBoard.Read(db, row.Id, _hr, _bot.Clock.Now, default));
        Assert.Equal("how do I refund a chargeback", read!.Words);
        Assert.Equal((_hr.Id, _it.Asker.Id), await _bot.Read(db => db.Audit.Where(one => one.Act == "question.view").Select(one => new { one.Actor, one.About }).SingleAsync()) is var entry ? (entry.Actor!.Value, entry.About!.Value) : default);
    }

    [Fact]
    public async Task It_is_given_to_somebody_else_and_whoever_had_it_hears()
    {
        await _bot.Presses(_it.Sam, await _it.Offer(1), "Accept");
        var id = (await _it.Question).Id;
        Assert.Equal("Pick a person or a topic.", await Reassign(id, null));
        Assert.Equal("They asked it. Pick somebody else.", await Reassign(id, _it.Asker.Id));
        Assert.Equal("They have it, or are asked already. Pick somebody else.", await Reassign(id, _it.Sam.Id));
        Assert.Null(await Reassign(id, _it.Ada.Id));
        Assert.Contains("Somebody else has it now", (await _it.Last(_it.Sam)).Words);
        Assert.Contains("Can you take it", (await _it.Offer(2)).Words);
        Assert.Contains("Ada Obi is asked", (await _it.AskersCard()).Words);
        await _bot.Presses(_it.Ada, await _it.Offer(2), "Accept");
        Assert.Equal((_it.Ada.Id, 1), ((await _it.Question).OwnerId!.Value, (await _it.Question).Transfers));
    }

    [Fact]
    public async Task Sent_to_another_topic_the_history_says_from_which_and_the_router_learns_it()
    {
        await _it.Offer(1);
        var (id, refunds, vouchers) = ((await _it.Question).Id, (await _it.Question).TopicId!.Value, await _it.Topic("Vouchers"));
        Assert.Null(await _bot.Get<LookingAfterQuestions>().Reassign(_hr, id, null, vouchers, default));
        Assert.Equal([(_it.Asker.Id, refunds), (_it.Asker.Id, refunds), (_hr.Id, vouchers)], await _it.Topics());
        Assert.Equal([vouchers], await _it.Learnt());
        var read = await _bot.Read(db => ReadingBoard.Read(db, id, _hr, _bot.Clock.Now, default));
        Assert.Contains(("Ines Moreau", "topic changed from “Refunds” to “Vouchers”"), read!.History.Select(one => (one.Who, one.What)));
    }

    [Fact]
    public async Task It_is_withdrawn_with_a_reason_that_its_asker_reads_and_is_not_solved()
    {
        await _it.Offer(1);
        var id = (await _it.Question).Id;
        Assert.Equal("Say why: whoever asked reads it.", await Withdraw(id, "  "));
        Assert.StartsWith("That is 501 characters", await Withdraw(id, new string('x', 501)));
        Assert.Null(await Withdraw(id, "It was asked twice; the other one goes on."));
        Assert.Contains("It was asked twice; the other one goes on.", (await _it.Last(_it.Asker)).Words);
        Assert.Equal((QuestionState.Withdrawn, null), ((await _it.Question).State, (await _it.Question).SolvedAt));
        Assert.Equal("It is closed or answered meanwhile, so nothing was changed.", await Withdraw(id, "Once more."));
        Assert.Equal(1, await _bot.Read(db => db.Audit.CountAsync(one => one.Act == "question.withdraw")));
    }

    Task<string?> Reassign(Guid id, Guid? to) => _bot.Get<LookingAfterQuestions>().Reassign(_hr, id, to, null, default);

    Task<string?> Withdraw(Guid id, string why) => _bot.Get<LookingAfterQuestions>().Withdraw(_hr, id, why, default);
}
