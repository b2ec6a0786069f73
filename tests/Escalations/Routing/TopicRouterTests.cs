using ServiceCulture.Bot.Features.Escalations.Routing;

namespace ServiceCulture.Tests.Escalations.Routing;

/// <summary>Topics learnt from a few invented questions: where others go, and which go nowhere.</summary>
public sealed class TopicRouterTests
{
    static readonly string[] Topics = ["Deliveries", "Invoices", "Opening hours"];

    static readonly Example[] Examples =
    [
        .. Of(0, "the parcel never arrived", "where is the delivery of the customer", "the courier left the parcel with a neighbour", "delivery is three days late", "parcel came damaged by the courier", "can a delivery be sent to another address", "tracking shows delivered but nothing arrived", "how long does a parcel take to the islands"),
        .. Of(1, "the invoice shows the wrong amount", "customer was charged twice on one invoice", "can we split an invoice in two payments", "the invoice went to the old address of the company", "which tax rate is on the bill", "customer wants a copy of the bill from May", "reminder fee on the invoice is wrong", "payment was made but the invoice is still open"),
        .. Of(2, "are we open on the bank holiday", "what are the opening hours on Sunday", "does the shop close early today", "when does the counter open tomorrow", "is the branch open between Christmas and New Year", "until when is the hotline open tonight", "do the opening hours change in summer", "is the shop open at lunch time"),
    ];

    static IEnumerable<Example> Of(int topic, params string[] texts) => texts.Select(text => new Example(text, topic));

    [Theory]
    [InlineData("customer says the parcels have not arrived", 0)]
    [InlineData("he was billed twice, the invoices are wrong", 1)]
    [InlineData("will we be open on Sundays", 2)]
    public void A_question_goes_where_questions_like_it_were_solved(string question, int topic) =>
        Assert.Equal(topic, Router().Route(question).Topics[0].Topic);

    [Fact]
    public void What_belongs_nowhere_is_left_to_a_person()
    {
        var route = Router().Route("my tooth aches, can somebody recommend a dentist");
        Assert.False(route.IsKnown);
        Assert.False(route.IsSure);
    }

    [Theory]
    [InlineData("")]
    [InlineData("???")]
    [InlineData("\0\uD800 𒀀")]
    public void Words_that_say_nothing_are_known_to_nobody(string question) => Assert.False(Router().Route(question).IsKnown);

    [Fact]
    public void Without_a_topic_everything_is_left_to_a_person()
    {
        var route = TopicRouter.Build(0, [], default).Route("anything");
        Assert.Empty(route.Topics);
        Assert.False(route.IsKnown);
    }

    [Fact]
    public void Two_nodes_that_learnt_the_same_rank_the_same_to_the_last_bit()
    {
        var (one, other) = (Router(), Router());
        foreach (var router in new[] { one, other })
            router.Model.Learn(new Example("the van driver threw the box over the fence", 0));
        Assert.Equal(one.Route("driver threw the invoice over the fence").Topics, other.Route("driver threw the invoice over the fence").Topics);
    }

    [Fact]
    public void One_solved_question_is_enough_for_the_next_of_its_kind()
    {
        var router = Router();
        const string New = "the kiosk printer eats the receipts";
        var before = router.Model.Rank(New);
        router.Model.Learn(new Example("receipts are eaten by the printer of the kiosk", 1));
        var after = router.Model.Rank(New);
        Assert.Equal(1, after[0].Topic);
        Assert.True(after[0].Score > before.First(topic => topic.Topic == 1).Score);
    }

    [Fact]
    public void The_words_that_spoke_for_a_topic_are_the_questions_own()
    {
        var words = Router().Model.WordsFor("was the customer's parcel delivered?", 0);
        Assert.Contains("parcel", words);
        Assert.InRange(words.Count, 1, 2);
    }

    static TopicRouter Router() => TopicRouter.Build(Topics.Length, Examples, default);
}
