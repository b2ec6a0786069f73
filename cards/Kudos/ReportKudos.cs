namespace ServiceCulture.Cards.Kudos;

/// <summary>The form in which somebody tells HR that kudos they see are not all right.</summary>
/// <param name="Reason">One of <see cref="Reasons"/>.</param>
/// <param name="Words">What they want HR to know; may be empty.</param>
public sealed record ReportKudos(string Reason, string Words) : IForm<ReportKudos>
{
    /// <summary>The press that opens it, and the field ids.</summary>
    public const string OpenId = "kudos.report", ReasonField = "reason", WordsField = "words";

    /// <summary>Most characters that may be said besides.</summary>
    public const int MostWords = 500;

    /// <summary>What may be wrong with them.</summary>
    public static IReadOnlyList<string> Reasons { get; } = ["hurts", "private", "untrue", "other"];

    /// <inheritdoc/>
    public static string Id => "kudos.report-send";

    /// <inheritdoc/>
    public static ReportKudos Read(Answers answers) => new(answers[ReasonField], answers[WordsField]);

    /// <summary>The quiet button on every card of kudos.</summary>
    public static Button Button(Guid kudos) => new($"Report", new Ref(OpenId, kudos.ToString())) { Opens = Opens.Form };

    /// <summary>The form.</summary>
    /// <param name="isPrivate">The kudos were not public: whoever reports them has HR read them.</param>
    public static Form Form(Guid kudos, bool isPrivate) => new(new Ref(Id, kudos.ToString()), $"Report these kudos", $"Send to HR",
        new Field.Pick(ReasonField, $"What is not all right?", [.. Reasons.Select(reason => new Choice(reason, Say(reason)))]),
        new Field.Line(WordsField, $"Anything HR should know", MostWords, Lines: true) { Optional = true },
        new Field.Note("who", isPrivate
            ? (Text)$"HR sees your name, what you write here and these kudos, which are not public. HR may hide them; whoever gave or got them is not told who reported them."
            : $"HR sees your name and what you write here, and may hide these kudos. Whoever gave or got them is not told who reported them."))
    { Reopens = new Ref(OpenId, kudos.ToString()) };

    /// <summary>A reason as people read it.</summary>
    public static Text Say(string reason) => reason switch
    {
        "hurts" => $"They hurt or mock somebody",
        "private" => $"They say something that is private",
        "untrue" => $"They are not true",
        _ => $"Something else",
    };

    /// <summary>After sending.</summary>
    public static Text Sent => $"Thank you. HR looks at these kudos; until then they stay as they are.";
}
