namespace ServiceCulture.Bot.Features.Escalations;

/// <summary>Where a question belongs. The router's own learning is behind it.</summary>
public interface IRouteQuestions
{
    ValueTask<Routed> Route(string words, CancellationToken cancel);
}

/// <summary>Up to three topics, the likeliest first.</summary>
/// <param name="IsKnown">False: as likely as not nobody here knows this.</param>
/// <param name="IsSure">True: the first is right nineteen times in twenty, so nothing need be asked.</param>
public sealed record Routed(IReadOnlyList<RoutedTopic> Topics, bool IsKnown, bool IsSure)
{
    public static readonly Routed Nowhere = new([], false, false);
}

/// <param name="Similar">So many of the topic's questions are like it.</param>
/// <param name="Words">Words of it that speak for the topic, as typed; at most three.</param>
/// <param name="Meanwhile">What may be offered to the customer meanwhile, in the topic's own words; empty: nothing is said.</param>
public sealed record RoutedTopic(Guid Id, string Name, int Similar, IReadOnlyList<string> Words, string Meanwhile = "");
