using ServiceCulture.Cards.Publishing;

namespace ServiceCulture.Cards.Digests;

/// <summary>The parts of a manager's digest that are not about thanks.</summary>
static class AroundTeam
{
    internal static IReadOnlyList<Block> Said(ManagerDigestWords week) => week.Said.Count == 0 ? [] :
    [
        new Block.Heading($"You said, we do"),
        .. week.Said.SelectMany(said => new Block[] { new Block.Say(said.By is { } by ? $"{by} to {new Hole.Bold(said.Team)}:" : (Text)$"To {new Hole.Bold(said.Team)}:"), new Block.Quote(said.Words) }),
    ];

    internal static IReadOnlyList<Block> Published(ManagerDigestWords week) => week.Published is not { } published ? [] :
    [
        new Block.Heading($"How it is to work here"),
        .. published.Teams.SelectMany(team => new Block[] { new Block.Say($"{new Hole.Bold(team.Team)}, {FigureWords.Window(published.From, published.Last)}:"), new Block.Points([.. team.Figures.Select(Line)]) }),
        new Block.Note($"Said in large steps, of at least five people who answered, once in four weeks: nobody can be read out of it."),
    ];

    internal static IReadOnlyList<Block> Handled(ManagerDigestWords week) => week.Handled is not { } handled ? [] :
    [
        new Block.Heading($"Questions"),
        new Block.Points(
        [
            .. handled.Times.Select(one => one.Line()),
            .. handled.Repeated is { } percent ? [$"{percent} in 100 of those who said so had to repeat something"] : Array.Empty<Text>(),
        ]),
        new Block.Note($"{FigureWords.Window(handled.From, handled.Last)}. {(handled.IsOwn ? (Text)$"Of your own team." : $"Partly or wholly of a larger group: of your team alone too few experts would stand behind it.")}"),
    ];

    static Text Line((Text Question, BalanceWord? Balance, Agreement? Agreement) figure) => figure.Balance is not null
        ? (Text)$"{figure.Question}: {FigureWords.Balance(figure.Balance)}"
        : $"“{figure.Question}” {FigureWords.Agreeing(figure.Agreement)}";
}
