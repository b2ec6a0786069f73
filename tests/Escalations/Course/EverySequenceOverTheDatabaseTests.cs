using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Tests.Support;
using Channel = ServiceCulture.Bot.Conversation.Channel;
using Roll = ServiceCulture.Tests.Escalations.Course.EverySequenceTests.Roll;

namespace ServiceCulture.Tests.Escalations.Course;

/// <summary>
/// Three hundred sequences over a database, with crashes: before a step is committed, so that nothing of it may be there; and
/// after it, so that it comes again. What stands in the rows is what came out, and whoever it is held out to has a message.
/// </summary>
[Trait("Database", "Both")]
public sealed class EverySequenceOverTheDatabaseTests : IAsyncLifetime
{
    static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(24).WithReplay(new Replay(new Rnd(20261127UL, 815UL), null));

    sealed class Crash : Exception;

    /// <summary>Finds whom the dice say, as the real one would: nobody who is left out.</summary>
    sealed class ByChance : IChooseExperts
    {
        public Roll Roll { get; set; } = new(0, 0, 0, 0, 0);

        public Task<ExpertFound> Next(Db db, ExpertWanted wanted, DateTime now, CancellationToken cancel) =>
            Task.FromResult((wanted.Named is { } named ? new ExpertFound.Someone(named) : Roll.Next) is ExpertFound.Someone one && !wanted.LeaveOut.Contains(one.Member) ? one : (ExpertFound)new ExpertFound.Nobody());

        public Task<Guid?> Triage(Db db, DateTime now, Guid asker, CancellationToken cancel) =>
            Task.FromResult<Guid?>(Roll.Found % 2 == 0 ? QuestionAtHand.Who(9) : null);
    }

    readonly ByChance _chance = new();
    TestBot _bot = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await TestBot.Start(services => services.AddSingleton<IChooseExperts>(_chance));
        await _bot.Do(db =>
        {
            for (var n = 0; n < 10; n++)
            {
                var channel = (Channel[])[Channel.Slack, Channel.Teams, Channel.Local];
                var account = new Account { InstallationId = TestBot.InstallationOf(channel[n % 3]), ExternalId = $"{channel[n % 3]}:{n}", MemberId = QuestionAtHand.Who(n), CreatedAt = _bot.Clock.Now };
                db.Add(account);
                db.Add(new Member { Id = account.MemberId, Name = $"Person {n}", NameKey = $"person {n}", HomeAccountId = account.Id, CreatedAt = _bot.Clock.Now });
                db.Add(new Topic { Id = QuestionAtHand.Topic(n), Name = $"Topic {n}", NameKey = $"topic {n}", CreatedAt = _bot.Clock.Now });
            }
            return Task.CompletedTask;
        });
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public Task Whatever_happens_and_wherever_it_breaks_off_the_rows_stand_as_they_should() => Task.Run(() => Check.One(Seeded, Prop.ForAll(
        Arb.From(Gen.Choose(0, 2).SelectMany(urgency => Roll.Any.ListOf().Select(rolls => (urgency, rolls)))),
        one => Hold((Urgency)one.urgency, one.rolls).GetAwaiter().GetResult())));

    async Task Hold(Urgency urgency, IReadOnlyList<Roll> rolls)
    {
        var id = await Asked(urgency);
        foreach (var roll in rolls)
        {
            _chance.Roll = roll;
            var before = await Stands(id);
            _bot.Clock.Set(roll.What == 0 && before.DueAt > _bot.Clock.Now ? before.DueAt.Value : _bot.Clock.Now.AddSeconds(roll.Seconds));
            var what = roll.On(before);
            if (roll.Seconds % 4 == 0)
            {
                await Assert.ThrowsAsync<Crash>(() => Step(id, what, breaksOff: true));
                Same(before, await Stands(id));
            }
            for (var times = roll.Seconds % 4 == 1 ? 2 : 1; times > 0; times--)
                await Holds(id, what);
        }
        await TheJobComes(id);
        await _bot.Do(async db =>
        {
            await db.QuestionOffers.ExecuteDeleteAsync();
            await db.QuestionEvents.ExecuteDeleteAsync();
            await db.Questions.ExecuteDeleteAsync();
        });
    }

    async Task<Guid> Asked(Urgency urgency)
    {
        var question = new Question { AskerId = QuestionAtHand.Who(0), Words = "May I refund it?", AskedAt = _bot.Clock.Now, Urgency = urgency };
        await _bot.Do(db =>
        {
            Escalating.Begin(db, question, QuestionAtHand.Topic(1), null, _bot.Clock.Now);
            return Task.CompletedTask;
        });
        return question.Id;
    }

    async Task Holds(Guid id, Happening what)
    {
        var before = await Stands(id);
        var happened = await Step(id, what, breaksOff: false);
        var after = await Stands(id);
        Invariant.Holds(before, what, happened.Moved with { Now = happened.Refused is null ? happened.Moved.Now : before }, _bot.Clock.Now);
        Invariant.Holds(after);
        Same(happened.Refused is null ? happened.Moved.Now : before, after);
        if (after.Live is { } live)
            Assert.True(await _bot.Read(db => db.Messages.AnyAsync(message => message.Key == QuestionMessages.OfferKey(id, live.Number))), "Whoever it is held out to has a message of it.");
    }

    Task<Happened> Step(Guid id, Happening what, bool breaksOff) => _bot.Get<IStore>().Do(async db =>
    {
        var question = await Escalating.Find(db, id, default);
        var happened = await _bot.Get<Escalating>().Happens(db, question!, what, _bot.Clock.Now, default);
        await _bot.Get<Post>().Enqueue(db, happened.Sends, _bot.Clock.Now, default);
        if (breaksOff)
            throw new Crash();
        await db.SaveChangesAsync();
        return happened;
    }, default);

    // Whatever is open is due once, and then the job does something about it.
    async Task TheJobComes(Guid id)
    {
        if ((await Stands(id)).DueAt is not { } due)
            return;
        await _bot.Delivers();
        if (due > _bot.Clock.Now)
            _bot.Clock.Set(due);
        await _bot.Get<WatchingQuestions>().Run(default);
        var after = await Stands(id);
        Invariant.Holds(after);
        Assert.True(after.DueAt is null || after.DueAt > _bot.Clock.Now, "What was due is done.");
    }

    Task<Standing> Stands(Guid id) => _bot.Read(async db => await QuestionRows.Read(db, await db.Questions.AsNoTracking().SingleAsync(question => question.Id == id), default));

    static void Same(Standing expected, Standing actual) => Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));
}
