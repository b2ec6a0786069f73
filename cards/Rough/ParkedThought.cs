using ServiceCulture.Cards.CheckIns;

namespace ServiceCulture.Cards.Rough;

/// <summary>What was parked, back again: the message shows no word of it, the private form behind its button does.</summary>
/// <param name="Choice">What becomes of it; empty: it stays as it is.</param>
public sealed record ParkedThought(string Choice) : IForm<ParkedThought>
{
    /// <summary>The press that opens it (the thought is the row), and the field id.</summary>
    public const string OpenId = "rough.parked", ChoiceField = "choice";

    /// <summary>The answers.</summary>
    public const string Look = "look", LetGo = "let-go", Keep = "keep";

    /// <inheritdoc/>
    public static string Id => "rough.unpark";

    /// <inheritdoc/>
    public static ParkedThought Read(Answers answers) => new(answers[ChoiceField]);

    /// <summary>The message.</summary>
    public static Card Back(string thought) => new($"You parked something until now",
        new Block.Say($"It is behind this button, for you alone. If it has lost its weight meanwhile, let it go."))
    {
        Buttons = [new Button($"Open it", new Ref(OpenId, thought)) { Opens = Opens.PrivateForm, Style = ButtonStyle.Primary }, .. WithinReach.Buttons],
        Summary = $"You parked something until now.",
    };

    /// <summary>The form.</summary>
    /// <param name="at">When it was parked, in UTC.</param>
    /// <param name="above">Help, where words asked for it.</param>
    /// <param name="keptDays">So many days it is kept at most, by the policy in force.</param>
    /// <param name="canLook">False where sorting out a thought is switched off at their site.</param>
    public static Form Form(string thought, int version, string words, DateTime at, IReadOnlyList<Field> above, int keptDays, bool canLook = true) => new(new Ref(Id, thought, version), $"What you parked", $"Done",
    [
        .. above,
        new Field.Shown("words", new Block.Quote(words, $"you, at {new Hole.Moment(at, MomentStyle.Time)}")),
        new Field.Pick(ChoiceField, $"What shall become of it?",
        [
            new Choice(LetGo, $"Let it go", $"It is deleted for good."),
            .. canLook ? [new Choice(Look, $"Look at it now", $"Is there another way to put it?")] : Array.Empty<Choice>(),
            new Choice(Keep, $"Keep it", $"It stays in your days, for you alone."),
        ]) { Optional = true },
        SortThought.Sees(keptDays),
    ])
    { Private = true, Reopens = new Ref(OpenId, thought) };
}
