namespace ServiceCulture.Cards.Phrases;

/// <summary>What one may be in with a customer. The six are the program's own; phrases stand under one of them.</summary>
/// <param name="Id">Stable, as it is typed and stored.</param>
/// <param name="Name">On buttons.</param>
/// <param name="Line">What it is, in a few words.</param>
/// <param name="Typed">Other words that people type for it, lower case without spaces.</param>
public sealed record Situation(string Id, Text Name, Text Line, params IReadOnlyList<string> Typed)
{
    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<Situation> All { get; } =
    [
        new("fury", $"Fury", $"somebody is furious", "furious", "angry", "anger", "rage", "shouting"),
        new("waiting", $"Waiting", $"somebody has waited too long", "wait", "queue", "delay", "delayed", "late"),
        new("passed-on", $"Being passed on", $"somebody was sent from one to the next", "passed", "beingpassedon", "transfer", "transferred", "sentround"),
        new("our-mistake", $"Our mistake", $"we got it wrong", "ours", "wewerewrong", "mistake", "error"),
        new("their-mistake", $"Their mistake", $"they got it wrong", "theirs", "theywerewrong"),
        new("not-possible", $"Not possible", $"the answer is no", "no", "nopossible", "impossible", "refusal"),
    ];

    /// <summary>The situation with that id, or null.</summary>
    public static Situation? Find(string id) => All.FirstOrDefault(one => one.Id == id);

    /// <summary>The situation that typed letters mean, without spaces and signs, or null.</summary>
    public static Situation? Meant(string letters) =>
        All.FirstOrDefault(one => one.Id.Replace("-", "", StringComparison.Ordinal) == letters || one.Typed.Contains(letters));
}
