namespace ServiceCulture.Cards.Programmes;

/// <summary>HR's way to the programmes: which one, or a new one.</summary>
/// <param name="Programme">Its id, or one of the values that stand for a new one.</param>
public sealed record ProgrammeList(string Programme) : IForm<ProgrammeList>
{
    /// <summary>The press that opens it, the field, and the values that stand for a programme to add.</summary>
    public const string OpenId = "programmes.open", ProgrammeField = "programme", NewCheckIn = "new-check-in", NewPulse = "new-pulse";

    /// <inheritdoc/>
    public static string Id => "programmes.list";

    /// <summary>The button, for HR alone.</summary>
    public static Button Button => new($"Programmes", new Ref(OpenId)) { Opens = Opens.Form };

    /// <inheritdoc/>
    public static ProgrammeList Read(Answers answers) => new(answers[ProgrammeField]);

    /// <param name="programmes">Those that have not ended: id, name, kind and how it stands; at most 90 are offered.</param>
    public static Form Form(IReadOnlyList<(string Id, string Name, bool IsPulse, ProgrammeStanding State)> programmes) => new(new Ref(Id), $"Programmes", $"Open",
        new Field.Note("about", $"A programme asks people regularly, inside their working time, and only those who have said yes to being asked. {new Hole.Typed("dryrun")} shows what each will send."),
        new Field.Pick(ProgrammeField, $"Which one?",
        [
            .. programmes.Take(90).Select(one => new Choice(one.Id, Text.Of(one.Name), Standing(one.IsPulse, one.State))),
            new Choice(NewCheckIn, $"Add a check-in", $"How steady people feel, and a thought to sort out"),
            new Choice(NewPulse, $"Add a pulse", $"The five statements on inner service"),
        ]))
    { Reopens = new Ref(OpenId) };

    static Text Standing(bool isPulse, ProgrammeStanding state) => isPulse ? (Text)$"Pulse, {Standing(state)}" : $"Check-in, {Standing(state)}";

    static Text Standing(ProgrammeStanding state) => state switch
    {
        ProgrammeStanding.Draft => $"not started yet",
        ProgrammeStanding.On => $"running",
        ProgrammeStanding.Paused => $"paused",
        _ => (Text)$"ended",
    };
}

/// <summary>How a programme stands.</summary>
public enum ProgrammeStanding
{
    /// <summary>Being written; asks nobody.</summary>
    Draft,

    /// <summary>Running.</summary>
    On,

    /// <summary>Asks nobody until it goes on.</summary>
    Paused,

    /// <summary>Over for good.</summary>
    Ended,
}
