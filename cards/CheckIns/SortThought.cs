namespace ServiceCulture.Cards.CheckIns;

/// <summary>The first private step: the thought itself, as it is.</summary>
/// <param name="Helped">Whether an earlier swap helped: yes, a-little, no; empty where it was not asked or not answered.</param>
public sealed record SortThought(string Words, string Helped) : IForm<SortThought>
{
    /// <summary>The field ids, and most characters of a thought.</summary>
    public const string WordsField = "thought", HelpedField = "helped";

    /// <inheritdoc cref="WordsField"/>
    public const int Most = 1000;

    /// <inheritdoc/>
    public static string Id => "checkin.sort";

    /// <inheritdoc/>
    public static SortThought Read(Answers answers) => new(answers[WordsField], answers[HelpedField]);

    /// <summary>Who can see what is typed into a private form, and for how long it is kept.</summary>
    /// <param name="days">So many at most, by the policy in force.</param>
    public static Text Kept(int days) => $"Kept encrypted with a key of your own, for at most {new Hole.Count(days, "day", "days")}; nobody but you is shown it, and none of it goes into the chat. Said honestly: whoever runs the server and holds its master key could read it.";

    /// <summary>The same in a line, for a form that comes after that one or shows what was kept.</summary>
    /// <param name="days">So many at most, by the policy in force.</param>
    public static Field Sees(int days) => new Field.Note("sees", $"Only you can see this. It is kept for at most {new Hole.Count(days, "day", "days")}.");

    /// <summary>The form.</summary>
    /// <param name="prompt">A question of the programme's pack; null: the plain one.</param>
    /// <param name="earlier">The id of an earlier thought whose swap is asked about, and that swap; null: nothing is asked.</param>
    /// <param name="keptDays">So many days it is kept at most, by the policy in force.</param>
    public static Form Form(Text? prompt, (string Row, string Swap)? earlier, int keptDays) => new(new Ref(Id, earlier?.Row ?? ""), $"A thought to sort out", $"Next",
    [
        .. earlier is { } one ? Earlier(one.Swap) : [],
        new Field.Line(WordsField, prompt ?? Plain, Most, Lines: true)
        {
            Example = prompt is null ? $"The way you would say it to yourself." : (Text)$"Or simply what you are telling yourself right now.",
            Hint = Kept(keptDays),
            Optional = earlier is not null,
        },
    ])
    { Private = true, Reopens = new Ref(CheckInCard.ThoughtId) };

    /// <summary>For a form that is sent once more after what it brought was deleted.</summary>
    public static Text Deleted => $"What you kept from this form has been deleted since, so nothing was kept now. If you want to keep this one, send it again.";

    static Text Plain => $"What are you telling yourself right now?";

    static Field[] Earlier(string swap) =>
    [
        new Field.Shown("earlier", new Block.Quote(swap, $"you, a little while ago")),
        Helping.Field(HelpedField, "") with { Optional = true },
    ];
}

/// <summary>Whether a swap helped.</summary>
public static class Helping
{
    /// <summary>The question, as a field.</summary>
    public static Field.Pick Field(string id, string now) => new(id, $"Did this other thought help?",
        new Choice("yes", $"Yes"), new Choice("a-little", $"A little"), new Choice("no", $"No"))
    { Initial = now };
}
