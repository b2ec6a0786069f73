using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Escalations.Routing;

/// <summary>What this node's router says of a question, with the topics' names.</summary>
public sealed class RoutingQuestions(LiveRouter router, Register register) : IRouteQuestions
{
    public async ValueTask<Routed> Route(string words, CancellationToken cancel)
    {
        var route = router.Route(words);
        if (route.Topics.Count == 0)
            return Routed.Nowhere;
        var topics = await register.Get("topics", async db => await db.Topics.AsNoTracking().Where(topic => topic.ArchivedAt == null).ToDictionaryAsync(topic => topic.Id, cancel)) ?? [];
        // One that was archived since the model was built is named no more.
        var named = route.Topics.Where(one => topics.ContainsKey(one.Topic)).Select(one => new RoutedTopic(one.Topic, topics[one.Topic].Name, one.Similar, one.Words, topics[one.Topic].Meanwhile)).ToList();
        var isFirst = named.Count > 0 && named[0].Id == route.Topics[0].Topic;
        return new(named, route.IsKnown && isFirst, route.IsSure && isFirst);
    }
}
