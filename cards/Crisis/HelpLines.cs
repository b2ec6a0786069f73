namespace ServiceCulture.Cards.Crisis;

/// <summary>HR's way in: the programme's words, and which country's help lines to look at.</summary>
/// <param name="Country">Two letters, or empty to change the programme alone.</param>
public sealed record HelpLines(string Programme, string Country) : IForm<HelpLines>
{
    /// <summary>The press that opens it, and the field ids.</summary>
    public const string OpenId = "crisis.lines-open", ProgrammeField = "programme", CountryField = "country";

    /// <summary>Most characters of the programme's words.</summary>
    public const int MostProgramme = 500;

    /// <inheritdoc/>
    public static string Id => "crisis.lines";

    /// <summary>The button, for HR alone.</summary>
    public static Button Button => new($"Help lines", new Ref(OpenId)) { Opens = Opens.Form };

    /// <inheritdoc/>
    public static HelpLines Read(Answers answers) => new(answers[ProgrammeField], answers[CountryField].ToUpperInvariant());

    /// <param name="confirmed">How many lines are confirmed, of how many.</param>
    public static Form Form(HelpLines now, int confirmed, int all) => new(new Ref(Id), $"Help lines", $"Continue",
        new Field.Note("about", $"People who press “Get help now” see their country's emergency number, the help lines that you have confirmed, and your programme. {new Hole.Count(confirmed, "line is", "lines are")} confirmed of {all}; the others stay hidden until you have checked them."),
        new Field.Line(ProgrammeField, $"Our employee assistance programme", MostProgramme, Lines: true)
        {
            Optional = true,
            Initial = now.Programme,
            Hint = $"How to reach it and what it costs, in a sentence or two. Empty: it isn't mentioned.",
        },
        new Field.Line(CountryField, $"Country whose help lines you want to see", 2)
        {
            Optional = true,
            Initial = now.Country,
            Hint = $"Two letters, such as DE, GB or US. Empty: only the programme is saved.",
        })
    { Reopens = new Ref(OpenId) };

    /// <summary>After saving the programme alone.</summary>
    public static Card Saved => new($"Saved", new Block.Say($"This is what people see from now on.")) { Buttons = [Button] };
}

/// <summary>One country's help lines, to pick one from.</summary>
/// <param name="Line">A line's id, or <see cref="New"/>.</param>
public sealed record CountryLines(string Line) : IForm<CountryLines>
{
    /// <summary>The field, and the value that stands for a line to add.</summary>
    public const string LineField = "line", New = "new";

    /// <inheritdoc/>
    public static string Id => "crisis.country";

    /// <inheritdoc/>
    public static CountryLines Read(Answers answers) => new(answers[LineField]);

    /// <param name="lines">Id, name, how to reach it, whether it is confirmed; at most 50 are offered.</param>
    public static Form Form(string country, IReadOnlyList<(Guid Id, string Name, string Reach, bool IsConfirmed)> lines) => new(new Ref(Id, country), $"Help lines: {country}", $"Open",
        new Field.Pick(LineField, $"Which one?",
        [
            .. lines.Take(50).Select(line => new Choice(line.Id.ToString(), $"{line.Name}", line.IsConfirmed ? $"Confirmed: {line.Reach}" : (Text)$"Hidden until confirmed: {line.Reach}")),
            new Choice(New, $"Add one"),
        ])
        { Initial = lines.Count == 0 ? New : "" })
    { Reopens = new Ref(HelpLines.OpenId) };
}
