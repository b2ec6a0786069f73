using ServiceCulture.Cards.CheckIns;

namespace ServiceCulture.Cards.Rough;

/// <summary>A thought that is put aside until the shift ends.</summary>
public sealed record ParkThought(string Words) : IForm<ParkThought>
{
    /// <summary>The field id, and most characters.</summary>
    public const string WordsField = "thought";

    /// <inheritdoc cref="WordsField"/>
    public const int Most = SortThought.Most;

    /// <inheritdoc/>
    public static string Id => "rough.park";

    /// <inheritdoc/>
    public static ParkThought Read(Answers answers) => new(answers[WordsField]);

    /// <summary>The form.</summary>
    /// <param name="back">When it comes back.</param>
    /// <param name="keptDays">So many days it is kept at most, by the policy in force.</param>
    public static Form Form(ComingBack back, int keptDays) => new(new Ref(Id), $"Park it", $"Park it",
        new Field.Line(WordsField, $"What should wait?", Most, Lines: true)
        {
            Example = $"A few words are enough to know it again.",
            Hint = SortThought.Kept(keptDays),
        },
        new Field.Note("back", back.Says))
    { Private = true, Reopens = new Ref(RoughMoment.OpenId) };
}

/// <summary>When something that was parked comes back.</summary>
/// <param name="At">UTC.</param>
/// <param name="IsPaused">True where they have paused the bot: then nothing is sent.</param>
public sealed record ComingBack(DateTime At, ComesBack When, bool IsPaused)
{
    /// <summary>In a sentence, always with the moment.</summary>
    public Text Says => this switch
    {
        { IsPaused: true } => $"You have paused me, so I won't write to you about it. From {Moment} on it stands in {new Hole.Typed("myday")}.",
        { When: ComesBack.AtEnd } => $"It comes back to you when your shift ends, at {Moment}: a message that shows nothing of it, with a button that opens it for you.",
        { When: ComesBack.AtNextStart } => $"You have no more work today that I know of, so it comes back to you when your next shift begins ({Moment}): a message that shows nothing of it, with a button that opens it for you.",
        _ => $"I know of no shift of yours in the next two weeks, so it comes back to you tomorrow morning ({Moment}): a message that shows nothing of it, with a button that opens it for you.",
    };

    Hole.Moment Moment => new(At, When is ComesBack.AtEnd ? MomentStyle.Time : MomentStyle.DateAndTime);
}

/// <summary>Which moment that is.</summary>
public enum ComesBack
{
    /// <summary>The end of the shift they are in, or of the next one today.</summary>
    AtEnd,

    /// <summary>The start of the next shift, on another day.</summary>
    AtNextStart,

    /// <summary>The next morning: no shift is known.</summary>
    NextMorning,
}
