namespace ServiceCulture.Cards.Rough;

/// <summary>
/// For before a call one dreads and after a bad one: a private form that is complete once it is read. What comes behind
/// it is there for who wants more.
/// </summary>
/// <param name="Next">What they would like next; empty: this was all.</param>
public sealed record RoughMoment(string Next) : IForm<RoughMoment>
{
    /// <summary>The press that opens it (<see cref="Before"/>, <see cref="After"/> or nothing is the row), and the field id.</summary>
    public const string OpenId = "rough.open", NextField = "next";

    /// <summary>Said where it is known on which side of the call they are.</summary>
    public const string Before = "before", After = "after";

    /// <summary>The answers.</summary>
    public const string Swap = "swap", Phrase = "phrase", Park = "park", FiveMinutes = "five", Help = "help";

    /// <inheritdoc/>
    public static string Id => "rough.moment";

    /// <summary>The button for private cards.</summary>
    public static Button Button => new($"Rough moment", new Ref(OpenId)) { Opens = Opens.PrivateForm };

    /// <inheritdoc/>
    public static RoughMoment Read(Answers answers) => new(answers[NextField]);

    /// <summary>The form.</summary>
    /// <param name="turn">Any number: which of the lines it is this time.</param>
    /// <param name="side"><see cref="Before"/>, <see cref="After"/>, or empty where it is not known.</param>
    /// <param name="without">Answers that lead nowhere where they work.</param>
    public static Form Form(int turn, string side, params IReadOnlyCollection<string> without) => new(new Ref(Id, side), $"Rough moment", $"Next",
        new Field.Shown("settle", new Block.Say(SteadyLines.Settle(turn))),
        new Field.Shown("steady", side switch
        {
            Before => new Block.Say(SteadyLines.Before(turn)),
            After => new Block.Say(SteadyLines.After(turn)),
            _ => new Block.Points([$"{new Hole.Bold((Text)$"Before a call:")} {SteadyLines.Before(turn)}", $"{new Hole.Bold((Text)$"After one:")} {SteadyLines.After(turn)}"]),
        }),
        new Field.Note("enough", $"That can be all: close this whenever you like. Nothing of it is kept or counted."),
        new Field.Pick(NextField, $"If you have a little longer", [.. WaysOn().Where(one => !without.Contains(one.Value))])
        { Optional = true })
    { Private = true, Reopens = new Ref(OpenId, side) };

    static Choice[] WaysOn() =>
    [
        new(Swap, $"Put a thought another way"),
        new(Phrase, $"Find words for the customer"),
        new(Park, $"Park a thought until my shift ends"),
        new(FiveMinutes, $"Ask someone for five minutes"),
        new(Help, $"Get help now"),
    ];
}

/// <summary>One line to settle and one to steady; each is read in a few seconds.</summary>
public static class SteadyLines
{
    static readonly Text[] Settling =
    [
        $"Put both feet on the floor, let your shoulders drop, and breathe out slowly, once.",
        $"Look at something far away, and let one long breath go while you do.",
        $"Lay both hands flat on the table, feel that it holds, and breathe out to the end.",
        $"Let go of the headset, the mouse and your jaw for a moment, and breathe out slowly.",
        $"Take a sip of something, put it down without hurry, and let one breath out.",
    ];

    static readonly Text[] Ahead =
    [
        $"You only need the first sentence; the next ones come when they have spoken.",
        $"Their anger was there before you. You may be the one who can do something about it.",
        $"You don't have to win this one. Hear it, and do the next right thing.",
        $"You may take a breath before every answer. Nobody minds, and nobody hears it.",
        $"It will end, and you need not take everything that is said in it.",
    ];

    static readonly Text[] Behind =
    [
        $"It is over. It was one call, and it decides nothing about the next one.",
        $"Much of that was meant for the matter, or for the day. You were the one who picked up.",
        $"It was hard because it was hard. That alone says nothing about how you did it.",
        $"You needn't make sense of it now. The next thing may be a small one.",
        $"Their tone was theirs. What you do with the next minute is yours.",
    ];

    /// <summary>How many of each there are.</summary>
    public static int Count => Settling.Length;

    /// <summary>For the body.</summary>
    public static Text Settle(int turn) => Settling[Math.Abs(turn % Count)];

    /// <summary>For before a call.</summary>
    public static Text Before(int turn) => Ahead[Math.Abs(turn % Count)];

    /// <summary>For after one.</summary>
    public static Text After(int turn) => Behind[Math.Abs(turn % Count)];
}
