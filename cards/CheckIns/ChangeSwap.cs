namespace ServiceCulture.Cards.CheckIns;

/// <summary>An offered sentence, to be changed before it is kept.</summary>
public sealed record ChangeSwap(string Words) : IForm<ChangeSwap>
{
    /// <summary>The field id. Another than where one writes a sentence of one's own: clients keep what was typed under the same one.</summary>
    public const string WordsField = "changed";

    /// <inheritdoc/>
    public static string Id => "checkin.change";

    /// <inheritdoc/>
    public static ChangeSwap Read(Answers answers) => new(answers[WordsField]);

    /// <summary>The form about a thought.</summary>
    /// <param name="words">The thought.</param>
    /// <param name="sentence">The sentence as it is offered.</param>
    /// <param name="keptDays">So many days it is kept at most, by the policy in force.</param>
    public static Form Form(string thought, int version, string words, string sentence, int keptDays) => new(new Ref(Id, thought, version), $"Another way to put it", $"Keep it",
    [
        new Field.Shown("words", new Block.Quote(words)),
        new Field.Line(WordsField, $"Change it until it is yours", SwapThought.Most, Lines: true) { Initial = sentence },
        SortThought.Sees(keptDays),
    ])
    { Private = true, Reopens = new Ref(CheckInCard.ThoughtId) };
}
