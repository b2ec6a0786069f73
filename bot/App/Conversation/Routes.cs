using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Conversation;

/// <summary>Which handler answers what. The ids here are on cards already sent: rename one and old buttons die.</summary>
public sealed class Routes
{
    delegate Task<Outcome> Route(IServiceProvider services, Turn turn, CancellationToken cancel);

    readonly Dictionary<string, Route> _routes = new(StringComparer.Ordinal);
    readonly List<Func<IServiceProvider, IGuard>> _guards = [];
    readonly List<Func<IServiceProvider, IHear>> _hearing = [];

    /// <summary>Every key that is answered: <c>command:kudos</c>, <c>press:kudos.undo</c>, <c>submit:kudos.give</c>, <c>menu:…</c>.</summary>
    public IReadOnlyCollection<string> Keys => _routes.Keys;

    public bool Knows(string route) => _routes.ContainsKey(route);

    public Routes Command<THandler>(string name) where THandler : IAnswer<Incoming.Command> => On<THandler, Incoming.Command>($"command:{name}");

    public Routes Press<THandler>(string id) where THandler : IAnswer<Incoming.Press> => On<THandler, Incoming.Press>($"press:{id}");

    public Routes Menu<THandler>(string action) where THandler : IAnswer<Incoming.Menu> => On<THandler, Incoming.Menu>($"menu:{action}");

    public Routes Submit<TForm, THandler>() where TForm : IForm<TForm> where THandler : ITake<TForm> =>
        Add($"submit:{TForm.Id}", (services, turn, cancel) =>
        {
            var what = (Incoming.Submit)turn.What;
            return Make<THandler>(services).Take(TForm.Read(what.Answers), what, turn, cancel);
        });

    /// <summary>For what bears no id of its own: <c>said</c>, <c>edited</c>, <c>deleted</c>, <c>met</c>, <c>place</c>, <c>people</c>.</summary>
    public Routes On<THandler, TWhat>(string route) where THandler : IAnswer<TWhat> where TWhat : Incoming =>
        Add(route, (services, turn, cancel) => Make<THandler>(services).Answer((TWhat)turn.What, turn, cancel));

    /// <summary>Asked before every handler of every feature.</summary>
    public Routes Guard<TGuard>() where TGuard : IGuard
    {
        _guards.Add(services => Make<TGuard>(services));
        return this;
    }

    /// <summary>Asked before a line that answers one of our messages is read as a command or as words.</summary>
    public Routes Hear<THear>() where THear : IHear
    {
        _hearing.Add(services => Make<THear>(services));
        return this;
    }

    internal async Task<Outcome> Answer(IServiceProvider services, Turn turn, CancellationToken cancel)
    {
        if (!_routes.TryGetValue(turn.What.Route, out var route))
            return Outcome.Nothing;
        foreach (var guard in _guards)
            if (await guard(services).Refuse(turn, cancel) is { } refusal)
                return refusal;
        if (turn.What is Incoming.Said or Incoming.Command && turn.What.From.Spoken is { Under: not null } line)
            foreach (var hearing in _hearing)
                if (await hearing(services).Hear(line, turn, cancel) is { } heard)
                    return heard;
        return await route(services, turn, cancel);
    }

    Routes Add(string key, Route route)
    {
        if (!_routes.TryAdd(key, route))
            throw new InvalidOperationException($"Two features claim {key}.");
        return this;
    }

    static THandler Make<THandler>(IServiceProvider services) => Factory<THandler>.New(services, null);

    static class Factory<THandler>
    {
        internal static readonly Microsoft.Extensions.DependencyInjection.ObjectFactory<THandler> New =
            ActivatorUtilities.CreateFactory<THandler>([]);
    }
}
