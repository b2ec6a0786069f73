using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Tests.Escalations.Course;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Escalations;

/// <summary>Three hundred sequences over the database, with a crash between steps wherever chance wills: what was not saved did not happen, and the invariant holds.</summary>
[Trait("Database", "Both")]
public sealed class EveryDatabaseTests : IAsyncLifetime
{
    const int Sequences = 300, Steps = 12;

    TestBot _bot = null!;
    AskedBot _it = null!;

    public async ValueTask InitializeAsync() => _it = await AskedBot.Start(_bot = await TestBot.Start(AskedBot.With));

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task Every_open_question_has_exactly_one_who_has_it_whatever_happens_and_whatever_crashes()
    {
        var chance = new Random(20261127);
        for (var sequence = 0; sequence < Sequences; sequence++)
        {
            var id = await Asked();
            for (var step = 0; step < Steps; step++)
                await Step(id, chance);
        }
        Assert.Equal(Sequences, await _bot.Read(db => db.Questions.CountAsync()));
    }

    async Task<Guid> Asked()
    {
        var question = new Question { AskerId = _it.Asker.Id, Words = "how do I refund a chargeback", AskedAt = _bot.Clock.Now, Urgency = Urgency.Waiting };
        await _bot.Get<IStore>().Do(async db =>
        {
            Escalating.Begin(db, question, null, null, _bot.Clock.Now);
            return await db.SaveChangesAsync();
        }, default);
        return question.Id;
    }

    async Task Step(Guid id, Random chance)
    {
        _bot.Clock.Advance(TimeSpan.FromSeconds(chance.Next(90)));
        var crashes = chance.Next(4) == 0;
        var before = await Read(id);
        var what = Any(before, chance);
        await using (var db = _bot.Get<IStore>().Open())
        {
            var question = (await Escalating.Find(db, id, default))!;
            var happened = await _bot.Get<Escalating>().Happens(db, question, what, _bot.Clock.Now, default);
            await _bot.Get<Post>().Enqueue(db, happened.Sends, _bot.Clock.Now, default);
            if (!crashes)
                await _bot.Get<IStore>().Save(db, default);
        }
        var after = await Read(id);
        Invariant.Holds(after);
        if (crashes)
            Assert.Equal((before.State, before.Owner, before.Deadline, before.Offers.Count), (after.State, after.Owner, after.Deadline, after.Offers.Count));
    }

    Happening Any(Standing question, Random chance)
    {
        Guid[] people = [_it.Asker.Id, _it.Sam.Id, _it.Ada.Id, _it.Tess.Id];
        var (by, other, live) = (people[chance.Next(4)], people[chance.Next(4)], question.Live);
        var (holder, number) = (chance.Next(3) > 0 ? live?.To ?? question.Holder ?? by : by, live?.Number ?? 0);
        return chance.Next(13) switch
        {
            0 or 1 => new Happening.TimeCame(chance.Next(5) > 0),
            2 => new Happening.TopicChosen(question.Asker, null),
            3 or 4 => new Happening.Accepted(holder, number),
            5 => new Happening.Passed(holder, number, chance.Next(2) == 0 ? null : other, "not mine"),
            6 => new Happening.NotNow(holder, number, 10),
            7 => new Happening.Answered(holder, "so"),
            8 => new Happening.HandedOver(question.Owner ?? by, other, null, "all of it"),
            9 => new Happening.Assigned(question.Triage ?? by, other, null),
            10 => new Happening.NotYet(question.Asker, "no"),
            11 => chance.Next(3) == 0 ? new Happening.Solved(question.Asker) : new Happening.Said(question.Owner ?? by, "a word"),
            _ => new Happening.MemberGone(people[1 + chance.Next(3)]),
        };
    }

    Task<Standing> Read(Guid id) => _bot.Read(async db => await QuestionRows.Read(db, await db.Questions.SingleAsync(one => one.Id == id), default));
}
