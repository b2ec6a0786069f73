using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Features.Escalations.Experts;
using ServiceCulture.Bot.Features.Escalations.Routing;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Bot.Scheduling;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Escalations.Routing;

/// <summary>The router of a process: built from rows, learning from each solved question, the same on every node.</summary>
public sealed class FollowingTests : OverTheDatabase
{
    const string Fence = "the van driver threw the box over the fence";

    Topic _deliveries = null!, _invoices = null!, _hours = null!;
    Someone _asker = null!;

    private protected override async Task Arrange()
    {
        _asker = await Bot.Member("Mira Solano");
        (_deliveries, _invoices, _hours) = (Topic("Deliveries", "Parcels on their way"), Topic("Invoices", "What customers are billed"), Topic("Opening hours", "When we are there"));
        await Bot.Do(db =>
        {
            db.AddRange(_deliveries, _invoices, _hours);
            db.AddRange(Samples(_deliveries, "the parcel never arrived", "where is the delivery of the customer", "the courier left the parcel with a neighbour", "parcel came damaged by the courier"));
            db.AddRange(Samples(_invoices, "the invoice shows the wrong amount", "customer was charged twice on one invoice", "customer wants a copy of the bill", "reminder fee on the invoice is wrong"));
            db.AddRange(Samples(_hours, "are we open on the bank holiday", "what are the opening hours on Sunday", "does the shop close early today", "until when is the hotline open tonight"));
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Until_it_is_built_every_question_is_left_to_a_person()
    {
        Assert.Equal((false, false, 0), Bot.Get<LiveRouter>().Route("the parcel never arrived") is var before ? (before.IsReady, before.IsKnown, before.Topics.Count) : default);
        await Follows();
        var route = Bot.Get<LiveRouter>().Route("the parcels have not arrived");
        Assert.Equal((true, _deliveries.Id), (route.IsReady, route.Topics[0].Topic));
    }

    [Fact]
    public async Task The_reason_is_what_the_model_has()
    {
        await Follows();
        var best = Bot.Get<LiveRouter>().Route("customer was charged twice on this invoice").Topics[0];
        Assert.Equal(_invoices.Id, best.Topic);
        Assert.Contains("invoice", best.Words);
        Assert.Equal(1, best.Similar);
        await Solved(_invoices, "a customer was charged twice for one order");
        await Follows();
        Assert.Equal(2, Bot.Get<LiveRouter>().Route("customer was charged twice on this invoice").Topics[0].Similar);
    }

    [Fact]
    public async Task A_solved_question_is_learnt_without_building_anew()
    {
        await Follows();
        await Solved(_deliveries, Fence);
        await Follows();
        var route = Bot.Get<LiveRouter>().Route("driver threw my box over the fence");
        Assert.Equal((1, _deliveries.Id, 1), (Bot.Get<LiveRouter>().Generation, route.Topics[0].Topic, route.Topics[0].Similar));
    }

    [Fact]
    public async Task A_question_that_its_asker_calls_solved_is_learnt()
    {
        await Follows();
        var question = new Question { AskerId = _asker.Id, Words = Fence, AskedAt = Bot.Clock.Now, State = QuestionState.Answered, TopicId = _deliveries.Id };
        await Bot.Do(db =>
        {
            db.Add(question);
            return Task.CompletedTask;
        });
        await Bot.Do(async db => await Bot.Get<Escalating>().Happens(db, (await Escalating.Find(db, question.Id, default))!, new Happening.Solved(_asker.Id), Bot.Clock.Now, default));
        await Follows();
        Assert.Equal((_deliveries.Id, 1), Bot.Get<LiveRouter>().Route(Fence).Topics.Where(one => one.Similar > 0).Select(one => (one.Topic, one.Similar)).Single());
    }

    [Fact]
    public async Task A_question_that_a_person_sent_elsewhere_is_of_that_topic_from_then_on()
    {
        await Follows();
        var question = await Solved(_invoices, Fence);
        await Solved(_deliveries, Fence, question);
        foreach (var node in new[] { await Node(), await Node() })
        {
            Assert.Equal([(_deliveries.Id, 1), (_invoices.Id, 0)], node.Route(Fence).Topics.Where(one => one.Topic != _hours.Id).Select(one => (one.Topic, one.Similar)).OrderByDescending(one => one.Similar));
            Bot.Clock.Advance(TimeSpan.FromMinutes(2));
        }
    }

    [Fact]
    public async Task A_node_that_starts_later_routes_as_the_one_that_learnt_on_the_way()
    {
        var first = new LiveRouter();
        var following = Bot.Make<Following>(first);
        await Looks(following);
        foreach (var (topic, words) in new[] { (_deliveries, Fence), (_invoices, "the fence was billed twice"), (_hours, "is somebody at the fence on Sunday"), (_deliveries, "a box came without its lid") })
        {
            await Solved(topic, words);
            await Looks(following);
        }
        var late = await Node();
        Assert.Equal(1, late.Generation);
        foreach (var words in new[] { "who threw the lid over the fence", "is the box billed on Sunday", "the parcel is at the fence" })
            Assert.Equal(Said(first.Route(words)), Said(late.Route(words)));
    }

    [Fact]
    public async Task Nodes_that_look_at_once_give_every_question_one_place()
    {
        for (var n = 0; n < 40; n++)
            await Solved(_deliveries, $"parcel number {n} never came");
        var nodes = Enumerable.Range(0, 4).Select(_ => Bot.Make<Following>(new LiveRouter())).ToList();
        await Task.WhenAll(nodes.Select(node => Task.Run(() => node.Look(default))));
        await Task.WhenAll(nodes.Select(node => node.Built));
        await Follows();
        Assert.Equal(Enumerable.Range(1, 40).Select(n => (long?)n), await Bot.Read(db => db.LearntExamples.OrderBy(one => one.Position).Select(one => one.Position).ToListAsync()));
        Assert.Single(await Bot.Read(db => db.RouterGenerations.ToListAsync()));
    }

    [Fact]
    public async Task What_was_learnt_goes_with_whoever_asked()
    {
        await Solved(_deliveries, Fence);
        await Follows();
        Assert.Equal(1, Bot.Get<LiveRouter>().Route(Fence).Topics[0].Similar);
        await Bot.Do(db => new ExpertsData().Erase(db, _asker.Id, new Erasure(true, Bot.Clock.Now), default));
        Bot.Clock.Advance(TimeSpan.FromMinutes(2));
        await Follows();
        Assert.Equal(2, Bot.Get<LiveRouter>().Generation);
        Assert.All(Bot.Get<LiveRouter>().Route(Fence).Topics, topic => Assert.Equal(0, topic.Similar));
        Bot.Clock.Advance(TimeSpan.FromMinutes(2));
        await Follows();
        Assert.Equal(2, Bot.Get<LiveRouter>().Generation);
    }

    [Fact]
    public async Task After_90_days_the_words_are_forgotten_and_the_model_is_built_without_them()
    {
        await Solved(_deliveries, Fence);
        await Follows();
        Bot.Clock.Advance(TimeSpan.FromDays(91));
        await Bot.Make<Retention>().Keep(default);
        Assert.Empty(await Bot.Read(db => db.LearntExamples.Where(one => one.Sealed != null).ToListAsync()));
        await Solved(_deliveries, "a box came without its lid");
        await Follows();
        Assert.Equal(2, Bot.Get<LiveRouter>().Generation);
        Assert.All(Bot.Get<LiveRouter>().Route(Fence).Topics, topic => Assert.Equal(0, topic.Similar));
        Assert.Equal(1, Bot.Get<LiveRouter>().Route("a box without a lid").Topics[0].Similar);
        await Bot.Make<Retention>().Keep(default);
        Assert.Equal([2], await Bot.Read(db => db.LearntExamples.Select(one => one.Position).ToListAsync()));
    }

    [Fact]
    public async Task A_changed_topic_is_built_anew_and_an_archived_one_gets_nothing()
    {
        await Follows();
        await Bot.Do(async db =>
        {
            var hours = await db.Topics.SingleAsync(topic => topic.Id == _hours.Id);
            (hours.ArchivedAt, hours.Version) = (Bot.Clock.Now, 2);
        });
        await Follows();
        Assert.Equal(1, Bot.Get<LiveRouter>().Generation);
        Bot.Clock.Advance(TimeSpan.FromMinutes(2));
        await Follows();
        Assert.Equal(2, Bot.Get<LiveRouter>().Generation);
        Assert.DoesNotContain(Bot.Get<LiveRouter>().Route("are we open on Sunday").Topics, topic => topic.Topic == _hours.Id);
    }

    static Topic Topic(string name, string description) => new() { Name = name, NameKey = Folding.Key(name), Description = description, CreatedAt = default };

    static IEnumerable<TopicSample> Samples(Topic topic, params string[] words) => words.Select((one, at) => new TopicSample { TopicId = topic.Id, Place = at, Words = one });

    static string Said(RoutedQuestion route) => $"{route.IsKnown} {route.IsSure} {string.Join("; ", route.Topics.Select(one => $"{one.Topic} {one.Similar} {string.Join(',', one.Words)}"))}";

    async Task<Guid> Solved(Topic topic, string words, Guid? question = null)
    {
        var id = question ?? Guid.NewGuid();
        Bot.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await Bot.Do(db => Bot.Get<Lessons>().Note(db, id, _asker.Id, words, topic.Id, Bot.Clock.Now, default));
        return id;
    }

    Task Follows() => Looks(Bot.Get<Following>());

    async Task<LiveRouter> Node()
    {
        var router = new LiveRouter();
        await Looks(Bot.Make<Following>(router));
        return router;
    }

    static async Task Looks(Following following)
    {
        await following.Look(default);
        await following.Built;
    }
}
