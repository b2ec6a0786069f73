using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Course;

namespace ServiceCulture.Bot.Features.Escalations;

/// <summary>
/// Who is asked next. The seam between a question's course and who knows what: by level, duty, capacity, language and
/// fairness, with chance injected. Reads in the turn's own unit of work; writes nothing.
/// </summary>
public interface IChooseExperts
{
    /// <summary>Somebody who is not left out and can be reached, or nobody, with when somebody is on duty again. A named colleague is only looked at: there, not a bot, not left, reachable.</summary>
    Task<ExpertFound> Next(Db db, ExpertWanted wanted, DateTime now, CancellationToken cancel);

    /// <summary>Whose turn on the triage rota it is; null: nobody's.</summary>
    Task<Guid?> Triage(Db db, DateTime now, Guid asker, CancellationToken cancel);
}

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
