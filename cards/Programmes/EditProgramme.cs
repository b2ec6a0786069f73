namespace ServiceCulture.Cards.Programmes;

/// <summary>A programme, as HR fills it in. Times are HH:mm of the person's own day, days are yyyy-MM-dd; what is empty sets no limit.</summary>
/// <param name="Teams">Ids, or names, one a line, where there are too many to pick from.</param>
/// <param name="Pack">"id/language", and the version behind a colon where it is fixed to one; or <see cref="Shipped"/>.</param>
/// <param name="Act">What happens to it on saving: one of the acts below.</param>
public sealed record EditProgramme(string Name, IReadOnlyList<string> Teams, IReadOnlyList<string> Roles, IReadOnlyList<string> Sites, string Pack, IReadOnlyList<string> Days, ProgrammeTimes Times, string Act)
    : IForm<EditProgramme>
{
    /// <summary>The field ids.</summary>
    public const string NameField = "name", TeamsField = "teams", RolesField = "roles", SitesField = "sites", PackField = "pack", DaysField = "days", ActField = "act";

    /// <summary>For a pulse: the statements as they come with the program.</summary>
    public const string Shipped = "shipped";

    /// <summary>The acts.</summary>
    public const string Save = "save", Start = "start", Pause = "pause", End = "end";

    /// <summary>Most characters of a name; most that can be picked from, beyond which names are typed.</summary>
    public const int MostName = 60, MostPicked = 100;

    /// <inheritdoc/>
    public static string Id => "programmes.edit";

    /// <inheritdoc/>
    public static EditProgramme Read(Answers answers) => new(answers[NameField], Several(answers, TeamsField), answers.All(RolesField), Several(answers, SitesField),
        answers[PackField], answers.All(DaysField), ProgrammeTimes.Read(answers), answers[ActField]);

    /// <summary>The form.</summary>
    /// <param name="row">The programme's id, or what stands for a new one.</param>
    public static Form Form(string row, int version, EditProgramme now, ProgrammeChoices from) => new(new Ref(Id, row, version), from.IsPulse ? $"Pulse programme" : (Text)$"Check-in programme", $"Save",
    [
        new Field.Line(NameField, $"Name", MostName) { Initial = now.Name, Hint = $"For you and your colleagues in HR; nobody else sees it." },
        new Field.Note("whom", $"Whom it is for: people who fit everything that you pick here. What you leave empty sets no condition."),
        .. Named(TeamsField, $"Teams", now.Teams, from.Teams),
        new Field.PickMany(RolesField, $"Roles", RoleNames.Length, [.. RoleNames.Select(one => new Choice(one.Value, one.Name))]) { Initial = now.Roles, Optional = true },
        .. Named(SitesField, $"Sites", now.Sites, from.Sites),
        from.IsPulse
            ? new Field.Pick(PackField, $"Statements, and their language", from.Packs) { Initial = now.Pack, Hint = $"A prompt pack of exactly five lines can stand for the five statements, line by line in their order: to say them in your language. All else on the card, and the names in figures, stay in English." }
            : new Field.Pick(PackField, $"Prompts, and their language", from.Packs) { Initial = now.Pack, Hint = $"The pack's language is the programme's: its questions are asked in it. All else on the cards stays in English." },
        new Field.PickMany(DaysField, $"Days", 7, [.. DayNames.Select(one => new Choice(one.Value, one.Name))]) { Initial = now.Days },
        .. ProgrammeTimes.Fields(now.Times),
        new Field.Pick(ActField, $"And then", [.. Acts(from.State)]) { Initial = now.Act },
    ])
    { Reopens = new Ref(ProgrammeList.OpenId) };

    /// <summary>After saving.</summary>
    public static Card Saved(string id, string name, ProgrammeStanding state) => new($"Saved", new Block.Say(state switch
    {
        ProgrammeStanding.On => $"{new Hole.Bold(name)} is running. Nobody is asked who has not said yes to it first.",
        ProgrammeStanding.Paused => $"{new Hole.Bold(name)} is paused: it asks nobody until you let it go on.",
        ProgrammeStanding.Ended => $"{new Hole.Bold(name)} has ended: it asks nobody any more.",
        _ => (Text)$"{new Hole.Bold(name)} is saved and asks nobody until you start it.",
    }))
    { Buttons = state is ProgrammeStanding.Ended ? [ProgrammeList.Button] : [DryRun.Button(id), ProgrammeList.Button] };

    /// <summary>The days, Monday first, by the values of their field.</summary>
    public static readonly (string Value, Text Name)[] DayNames =
        [("monday", $"Monday"), ("tuesday", $"Tuesday"), ("wednesday", $"Wednesday"), ("thursday", $"Thursday"), ("friday", $"Friday"), ("saturday", $"Saturday"), ("sunday", $"Sunday")];

    /// <summary>The roles that an audience can be made of.</summary>
    public static readonly (string Value, Text Name)[] RoleNames = [("manager", $"Managers"), ("expert", $"Experts"), ("hr", $"HR"), ("workscouncil", $"Works council"), ("owner", $"Owners")];

    // Few are picked from a list; many are typed.
    static Field[] Named(string id, Text label, IReadOnlyList<string> now, IReadOnlyList<Choice> all) => all.Count switch
    {
        0 => [],
        <= MostPicked => [new Field.PickMany(id, label, all.Count, all) { Initial = now, Optional = true }],
        _ =>
        [
            new Field.Line(id, label, 3000, Lines: true)
            {
                Initial = string.Join('\n', now.Select(value => all.FirstOrDefault(one => one.Value == value)?.Label.Plain(Reader.Plain) ?? value)),
                Optional = true,
                Hint = $"By their names, one a line.",
            },
        ],
    };

    static IEnumerable<Choice> Acts(ProgrammeStanding state)
    {
        yield return new Choice(Save, state switch
        {
            ProgrammeStanding.On => $"Keep it running",
            ProgrammeStanding.Paused => $"Keep it paused",
            _ => (Text)$"Keep it as a draft",
        });
        if (state is not ProgrammeStanding.On)
            yield return new Choice(Start, state is ProgrammeStanding.Paused ? $"Let it go on" : (Text)$"Start it");
        else
            yield return new Choice(Pause, $"Pause it");
        yield return new Choice(End, $"End it for good");
    }

    static IReadOnlyList<string> Several(Answers answers, string field) =>
        [.. answers.All(field).SelectMany(one => one.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)];
}

/// <summary>What can be picked for a programme.</summary>
public sealed record ProgrammeChoices(bool IsPulse, ProgrammeStanding State, IReadOnlyList<Choice> Teams, IReadOnlyList<Choice> Sites, IReadOnlyList<Choice> Packs);
