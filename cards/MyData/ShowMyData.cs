namespace ServiceCulture.Cards.MyData;

/// <summary>What is kept of the person who asks, who looked at it, and the two things they can do: take it along, or have it erased.</summary>
/// <param name="Choice">One of the constants; empty where nothing was picked.</param>
public sealed record ShowMyData(string Choice) : IForm<ShowMyData>
{
    /// <summary>The press that opens it, the field, and what may be picked in it.</summary>
    public const string OpenId = "mydata.open", ChoiceField = "do", Export = "export", Erase = "erase", Rules = "rules";

    /// <inheritdoc/>
    public static string Id => "mydata.show";

    /// <inheritdoc/>
    public static ShowMyData Read(Answers answers) => new(answers[ChoiceField]);

    /// <summary>The form.</summary>
    /// <param name="kept">A line for each part of what is kept.</param>
    /// <param name="days">For so many days private words are kept.</param>
    /// <param name="isHr">True for whoever sets that number.</param>
    public static Form Form(IReadOnlyList<Text> kept, IReadOnlyList<AuditLine> audit, int days, bool isHr = false) => new(new Ref(Id), $"My data", $"Next",
    [
        new Field.Shown("kept", new Block.Heading($"What I keep of you")),
        new Field.Shown("parts", new Block.Points(kept)),
        new Field.Note("days", $"What you write for yourself goes by itself after {new Hole.Count(days, "day", "days")}. Nobody but you is shown it."),
        new Field.Shown("audit", new Block.Heading($"Who saw or changed your data")),
        audit.Count == 0
            ? new Field.Note("nobody", $"Nobody did: there is no entry about you.")
            : new Field.Shown("entries", new Block.Points([.. audit.Select(one => one.Text)])),
        new Field.Pick(ChoiceField, $"What would you like to do?",
        [
            new Choice(Export, $"Get a copy of all of it", $"A file, through a link that works once, for 15 minutes"),
            new Choice(Erase, $"Have my data erased", $"First I show what goes and what stays"),
            .. isHr ? [new Choice(Rules, $"As HR: set how long data are kept", $"Everybody's private words, and the key store's backups")] : Array.Empty<Choice>(),
        ]),
    ])
    { Private = true, Reopens = new Ref(OpenId) };

    /// <summary>What stands where nothing was picked.</summary>
    public static Text PickOne => $"Pick one, or close this: nothing changes then.";
}

/// <summary>An entry of the audit log that is about the reader.</summary>
/// <param name="Act">As <c>feature.verb</c>.</param>
/// <param name="By">Whose act it was; null: the program's own.</param>
public sealed record AuditLine(DateTime At, string Act, Text? By)
{
    internal Text Text => $"{new Hole.Moment(At)}: {What}, by {By ?? $"the program itself"}";

    Text What => Act switch
    {
        "kudos.undo" => $"kudos taken back",
        "kudos.edit" => $"kudos edited",
        "kudos.look" => $"reported kudos of yours read",
        "kudos.hide" => $"reported kudos of yours hidden",
        "kudos.restore" => $"hidden kudos of yours shown again",
        "console.sign-in" => $"signed in to the console",
        "people.import" => $"changed from HR's people file",
        "people.look" => $"looked at who you are here",
        "people.roles" => $"roles given or taken",
        "people.deputy" => $"a deputy set or taken",
        "people.erase" => $"data erased on request",
        "people.export" => $"the list of everybody taken as a file",
        "shifts.import" => $"shifts and absences changed",
        "audit.look" => $"the audit entries about you looked at",
        "audit.export" => $"the audit entries about you taken as a file",
        "mydata.export" => $"a copy of the data",
        "mydata.erase" => $"data erased",
        _ => $"{new Hole.Typed(Act)}",
    };
}
