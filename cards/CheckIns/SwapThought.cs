using System.Security.Cryptography;
using System.Text;

namespace ServiceCulture.Cards.CheckIns;

/// <summary>The last private step of a swap: one of the offered sentences, or one's own.</summary>
/// <param name="Picked">The <see cref="Mark"/> of an offered sentence; empty where none was picked.</param>
/// <param name="Changes">They want to change what they picked before it is kept.</param>
public sealed record SwapThought(string Picked, bool Changes, string Own) : IForm<SwapThought>
{
    /// <summary>The field ids.</summary>
    public const string PickedField = "picked", ChangeField = "change", OwnField = "own";

    /// <summary>Most characters of a swap.</summary>
    public const int Most = 300;

    const int Shown = 75;

    /// <inheritdoc/>
    public static string Id => "checkin.swap";

    /// <inheritdoc/>
    public static SwapThought Read(Answers answers) => new(answers[PickedField], answers[ChangeField] == "yes", answers[OwnField]);

    /// <summary>
    /// By what a sentence is picked: a few letters that follow from its words. Not by its number, under which another
    /// sentence may stand by the time the form is sent.
    /// </summary>
    public static string Mark(string sentence) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sentence)).AsSpan(0, 8));

    /// <summary>The form.</summary>
    /// <param name="above">What else belongs at the top.</param>
    /// <param name="keptDays">So many days it is kept at most, by the policy in force.</param>
    public static Form Form(string thought, int version, string words, IReadOnlyList<string> offered, IReadOnlyList<Field> above, int keptDays) => new(new Ref(Id, thought, version), $"Another way to put it", $"Keep it",
    [
        .. above,
        new Field.Shown("words", new Block.Quote(words)),
        // Slack cuts a choice at 75 characters: what is longer also stands above, whole.
        .. offered.Select((sentence, at) => (sentence, at)).Where(one => one.sentence.Length > Shown - 3).Select(one => new Field.Note($"whole-{one.at}", $"{one.at + 1}. {one.sentence}")),
        new Field.Pick(PickedField, $"What could you tell yourself instead?", [.. offered.Select((sentence, at) => new Choice(Mark(sentence), $"{at + 1}. {sentence}"))]) { Optional = true },
        new Field.Tick(ChangeField, $"Nearly right?", $"Let me change what I picked first") { Optional = true },
        new Field.Line(OwnField, $"Or in your own words", Most, Lines: true) { Optional = true, Hint = $"What you write here goes before what you picked." },
        new Field.Note("list", $"Suggestions come from a word list and can be wrong."),
        SortThought.Sees(keptDays),
    ])
    { Private = true, Reopens = new Ref(CheckInCard.ThoughtId) };
}
