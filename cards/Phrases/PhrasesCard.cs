namespace ServiceCulture.Cards.Phrases;

/// <summary>Words for the customer, as people look them up: six buttons, and the phrases of one situation.</summary>
public static class PhrasesCard
{
    /// <summary>The press that shows a situation (its id is the row).</summary>
    public const string ShowId = "phrases.show";

    /// <summary>The way in.</summary>
    /// <param name="team">The name of the team for which they may add; null: they are in none.</param>
    public static Card Start(string? team) => new($"Words for the customer",
        new Block.Say($"What is the situation? One press shows sentences that say you have understood, and what you may offer."),
        Choosing,
        new Block.Note($"To go straight there, type {new Hole.Typed("phrases fury")}."))
    { Buttons = Buttons("", team, mayChange: false) };

    /// <summary>The phrases of one situation.</summary>
    /// <param name="mayChange">True where there is one among them that the reader may change or take out.</param>
    public static Card Of(Situation situation, IReadOnlyList<PhraseWords> phrases, string? team, bool mayChange) => new($"Words for the customer: {situation.Name}",
        Listed(phrases),
        new Block.Note($"Say them your own way. Where there is “…”, put what is so in this case."),
        Choosing)
    {
        Buttons = Buttons(situation.Id, team, mayChange),
        Summary = $"Words for the customer: {situation.Line}",
    };

    /// <summary>The phrases as a list, for this and other cards and forms.</summary>
    public static Block Listed(IReadOnlyList<PhraseWords> phrases) => phrases.Count == 0
        ? new Block.Say($"There are no phrases for this yet.")
        : new Block.Points([.. phrases.Select(Line)]);

    /// <summary>After adding.</summary>
    public static Card Added(string situation, string words, string team) => Said(situation, $"Added", words, $"Everybody in {team} finds it now.");

    /// <summary>After changing.</summary>
    public static Card Changed(string situation, string words) => Said(situation, $"Changed", words, $"It reads like this from now on.");

    /// <summary>After taking out.</summary>
    public static Card TakenOut(string situation, string words) => Said(situation, $"Taken out", words, $"Nobody is shown this phrase any more.");

    /// <summary>For a word that names no situation.</summary>
    public static Card None(string word, string? team) => new($"Words for the customer",
        new Block.Say($"I don't know “{word}” as a situation. These are the six:"), Choosing)
    { Buttons = Buttons("", team, mayChange: false) };

    static Card Said(string situation, Text title, string words, Text then) => new(title, new Block.Quote(words), new Block.Say(then))
    { Buttons = [new Button($"Show the phrases", new Ref(ShowId, situation))] };

    static Block.Row Choosing => new([.. Situation.All.Select(one => new Button(one.Name, new Ref(ShowId, one.Id)))]);

    static Button[] Buttons(string situation, string? team, bool mayChange) =>
    [
        .. team is null ? Array.Empty<Button>() : [new Button($"Add one for {team}", new Ref(AddPhrase.OpenId, situation)) { Opens = Opens.Form }],
        .. mayChange ? [new Button($"Change or take one out", new Ref(ChangePhrases.OpenId, situation)) { Opens = Opens.Form }] : Array.Empty<Button>(),
    ];

    static Text Line(PhraseWords phrase) => phrase.Offer.Length == 0
        ? (Text)$"“{phrase.Words}” {About(phrase)}"
        : $"“{phrase.Words}” {new Hole.Bold((Text)$"You may offer:")} {phrase.Offer} {About(phrase)}";

    static Text About(PhraseWords phrase) => phrase.Team is null ? (Text)$"({phrase.Value})" : $"({phrase.Value}; from {phrase.Team})";
}

/// <summary>A phrase as people read it.</summary>
/// <param name="Value">The name of the value that it shows.</param>
/// <param name="Offer">An alternative one may offer; empty: none.</param>
/// <param name="Team">The name of the team whose own it is; null: everybody's.</param>
public sealed record PhraseWords(string Words, string Offer, string Value, string? Team);
