namespace ServiceCulture.Bot.Features.Escalations.Routing;

/// <summary>Where a question belongs, as far as it can be told.</summary>
/// <param name="Topics">The likeliest first, at most three; also when <see cref="IsKnown"/> is false.</param>
/// <param name="IsKnown">False: as likely as not nobody here knows this, so a person looks at it.</param>
/// <param name="IsSure">True: the first is right nineteen times in twenty, so nobody need be asked.</param>
public sealed record Route(IReadOnlyList<TopicScore> Topics, bool IsKnown, bool IsSure);

/// <summary>
/// Routes questions to topics, and says when it had better not. What counts as known and as sure is measured while building, on examples that were left out
/// of a trial model: so it fits the organisation's own topics, however many and however alike.
/// </summary>
public sealed class TopicRouter
{
    // Of the questions that are routed rightly, so many are left to a person for the sake of those that belong nowhere.
    const double LeftOut = 0.03;
    const double Sure = 0.95;
    const int FewExamples = 4000, Folds = 5, MostTried = 50_000;

    readonly float _known;
    readonly float _lead;

    TopicRouter(TopicModel model, float known, float lead) => (Model, _known, _lead) = (model, known, lead);

    public TopicModel Model { get; }

    public static TopicRouter Build(int topics, IReadOnlyList<Example> examples, CancellationToken cancel)
    {
        var tried = Tried(topics, examples, cancel);
        return new(TopicModel.Build(topics, examples, cancel), Known(tried), Lead(tried));
    }

    public Route Route(string question)
    {
        var topics = Model.Rank(question);
        var known = topics.Count > 0 && topics[0].Score >= _known;
        return new(topics, known, known && Ahead(topics) >= _lead);
    }

    // With few examples every one of them is tried; with many, a fifth tells as much, and with very many an even part of them.
    static List<(float Score, float Lead, bool Right)> Tried(int topics, IReadOnlyList<Example> all, CancellationToken cancel)
    {
        var each = (all.Count + MostTried - 1) / MostTried;
        var examples = each > 1 ? [.. all.Where((_, at) => at % each == 0)] : all;
        var tried = new List<(float, float, bool)>();
        for (var fold = 0; fold < (examples.Count <= FewExamples ? Folds : 1); fold++)
        {
            var model = TopicModel.Build(topics, [.. examples.Where((_, at) => at % Folds != fold)], cancel);
            foreach (var (text, topic) in examples.Where((_, at) => at % Folds == fold))
                if (model.Rank(text) is [var first, ..] ranked)
                    tried.Add((first.Score, Ahead(ranked), first.Topic == topic));
        }
        return tried;
    }

    static float Known(List<(float Score, float Lead, bool Right)> tried) =>
        tried.Where(one => one.Right).Select(one => one.Score).Order().ToList() is { Count: > 0 } right ? right[(int)(right.Count * LeftOut)] : float.PositiveInfinity;

    // The smallest lead over the second topic above which enough were right.
    static float Lead(List<(float Score, float Lead, bool Right)> tried)
    {
        var known = Known(tried);
        var (lead, right, seen) = (float.PositiveInfinity, 0, 0);
        foreach (var one in tried.Where(one => one.Score >= known).OrderByDescending(one => one.Lead))
        {
            seen++;
            right += one.Right ? 1 : 0;
            if (right >= Sure * seen)
                lead = one.Lead;
        }
        return lead;
    }

    static float Ahead(IReadOnlyList<TopicScore> topics) => topics.Count > 1 ? topics[0].Score - topics[1].Score : topics.Count == 1 ? float.PositiveInfinity : 0;
}
