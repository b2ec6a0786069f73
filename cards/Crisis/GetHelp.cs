namespace ServiceCulture.Cards.Crisis;

/// <summary>
/// "Get help now": a private form with numbers to call, and one thing the person may ask for. It stops nobody: closing
/// it leaves everything as it was.
/// </summary>
/// <param name="Person">The member id of whom they ask to get in touch; empty where nobody was picked.</param>
public sealed record GetHelp(string Person) : IForm<GetHelp>
{
    /// <summary>The press that opens it, from any card, and the field of the person.</summary>
    public const string OpenId = "crisis.help", PersonField = "person";

    /// <inheritdoc/>
    public static string Id => "crisis.ask";

    /// <summary>The button for every private card.</summary>
    public static Button Button => new($"Get help now", new Ref(OpenId)) { Opens = Opens.PrivateForm };

    /// <inheritdoc/>
    public static GetHelp Read(Answers answers) => new(answers[PersonField]);

    /// <summary>The form.</summary>
    /// <param name="nearby">People offered before anything is typed.</param>
    /// <param name="became">It opens by itself, because words in a form that was just sent are on the list: what became of them. Null: they came for it.</param>
    public static Form Form(HelpWords help, IReadOnlyList<Choice> nearby, Text? became = null) => new(new Ref(Id), $"Get help now", $"Ask this person",
    [
        new Field.Note("with-you", became is null ? $"Whatever brought you here, you don't have to carry it alone. {Nobody}" : (Text)$"{became} {OnTheList}"),
        .. Numbers(help),
        new Field.People(PersonField, $"Ask a named person to contact me", 1)
        {
            Nearby = nearby,
            Hint = $"Your choice, and only if you want to. They get one sentence from me: that you ask them to get in touch soon, in person or by phone. Nothing else goes to them, and nothing to anybody else.",
        },
        new Field.Note("go-on", $"You can close this at any time and go on with what you were doing."),
    ])
    { Private = true, Reopens = new Ref(OpenId), Entrance = Answer(help) };

    /// <summary>What became of words, where they were kept for their author, and where they were meant for somebody else.</summary>
    public static Text Kept => $"What you wrote is kept.";

    /// <inheritdoc cref="Kept"/>
    public static Text PassedOn => $"What you wrote was passed on.";

    /// <summary>The same help as notes, for the top of another private form after words in it matched the list.</summary>
    public static IReadOnlyList<Field> Notes(HelpWords help) =>
    [
        new Field.Note("with-you", OnTheList),
        .. Numbers(help),
        new Field.Note("go-on", $"If it doesn't fit, just go on below. “Get help now” is on every private card, and from there you can also ask a named person to contact you."),
    ];

    static Text OnTheList => $"Some of your words are on a list that has me offer this. The list can be wrong, and it says nothing about you. {Nobody}";

    static Text Nobody => $"This is software: nobody is watching or reading along, and nobody is told about this.";

    /// <summary>
    /// The help as a card, for words that were typed to the bot in a chat. Others may get to read it there, so it repeats none
    /// of them and says nothing of a list: it is help as anybody might have called for it.
    /// </summary>
    /// <param name="said">What else there is to answer, before it; null: nothing.</param>
    public static Card Answer(HelpWords help, Text? said = null) => new($"You don't have to carry this alone",
    [
        .. said is null ? Array.Empty<Block>() : [new Block.Say(said)],
        new Block.Say($"Whatever is on your mind, there are people to talk to. {Nobody}"),
        .. Lines(help).Select(line => new Block.Say(line.Words)),
        new Block.Note($"What is typed to me in a chat is a chat message like any other, and an employer may be able to export it. The button opens a private form; there you can also ask a named person to contact you."),
    ])
    { Buttons = [Button], Summary = $"An answer to what you wrote" };

    // A block inside the form, so that the link is one and the numbers stand out.
    static IEnumerable<Field> Numbers(HelpWords help) => Lines(help).Select(line => new Field.Shown(line.Id, new Block.Say(line.Words)));

    static IEnumerable<(string Id, Text Words)> Lines(HelpWords help) =>
    [
        ("emergency", help.Emergency is { } number
            ? $"If your life or someone else's is in danger, please call {new Hole.Bold(number)} now."
            : (Text)$"If your life or someone else's is in danger, please call your local emergency number now. In Europe that is {new Hole.Bold("112")}."),
        ("find", (Text)$"People who listen, in many countries and languages, most of them free: {new Hole.Link("findahelpline.com", FindAHelpline)}."),
        .. help.Lines.Select((line, at) => ($"line-{at}", Say(line))),
        .. help.Programme is { Length: > 0 } programme ? [("programme", (Text)$"From your employer: {programme}")] : Array.Empty<(string, Text)>(),
    ];

    static Text Say(HelpLineWords line)
    {
        string[] ways = [line.Number, line.Text];
        string[] about = [line.Hours, line.Language];
        return $"{new Hole.Bold(line.Name)}: {string.Join(", or ", ways.Where(IsSaid))}{(about.Any(IsSaid) ? $" ({string.Join("; ", about.Where(IsSaid))})" : "")}";
    }

    static bool IsSaid(string words) => words.Length > 0;

    static readonly Uri FindAHelpline = new("https://findahelpline.com/");
}

/// <summary>What help there is for one person.</summary>
/// <param name="Emergency">Their country's number; null where their country is not known.</param>
/// <param name="Lines">Their country's help lines that HR has confirmed, and no others: a wrong number is worse than none.</param>
/// <param name="Programme">The employer's own words on its programme; empty where none is set.</param>
public sealed record HelpWords(string? Emergency, IReadOnlyList<HelpLineWords> Lines, string Programme);

/// <summary>A help line as people read it; what is not known of it is empty.</summary>
public sealed record HelpLineWords(string Name, string Number, string Text, string Hours, string Language);
