namespace ServiceCulture.Bot.Features.Escalations.Routing;

/// <summary>The router of this process: the newest model that is ready. Until there is one, every question is left to a person.</summary>
public sealed class LiveRouter
{
    volatile TopicsModel? _model;

    /// <summary>Which generation answers; 0: none yet.</summary>
    public int Generation => _model?.Generation ?? 0;

    internal TopicsModel? Model => _model;

    /// <summary>A few milliseconds, no database.</summary>
    public RoutedQuestion Route(string words) => _model?.Route(words) ?? RoutedQuestion.NotYet;

    internal void Take(TopicsModel model) => _model = model;
}
