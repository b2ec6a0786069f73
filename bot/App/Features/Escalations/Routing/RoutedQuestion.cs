namespace ServiceCulture.Bot.Features.Escalations.Routing;

/// <summary>Where a question belongs, with the reason; all of it as the model has it.</summary>
/// <param name="IsReady">False: the model is still being built, so a person looks at it.</param>
/// <param name="Topics">The likeliest first, at most three.</param>
/// <param name="IsKnown">False: as likely as not nobody here knows this.</param>
/// <param name="IsSure">True: the first is right nineteen times in twenty, so nobody need be asked.</param>
public sealed record RoutedQuestion(bool IsReady, IReadOnlyList<LikelyTopic> Topics, bool IsKnown, bool IsSure)
{
    internal static readonly RoutedQuestion NotYet = new(false, [], false, false);
}

/// <summary>A topic, and what speaks for it.</summary>
/// <param name="Similar">So many of its questions and samples are like this one; at most <see cref="TopicsModel.MostSimilar"/> are looked at.</param>
/// <param name="Words">The words that speak most for it, as they were typed; at most two.</param>
public sealed record LikelyTopic(Guid Topic, int Similar, IReadOnlyList<string> Words);
