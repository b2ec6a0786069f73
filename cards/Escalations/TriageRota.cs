namespace ServiceCulture.Cards.Escalations;

/// <summary>HR's way to the triage rota: which turn.</summary>
/// <param name="Turn">A turn's id, or <see cref="New"/>.</param>
public sealed record TriageRota(string Turn) : IForm<TriageRota>
{
    /// <summary>The press that opens it, the field, and the value that stands for a turn to add.</summary>
    public const string OpenId = "triage.open", TurnField = "turn", New = "new";

    /// <summary>At most so many turns are offered.</summary>
    public const int Most = 50;

    /// <inheritdoc/>
    public static string Id => "triage.list";

    /// <summary>The button, for HR alone.</summary>
    public static Button Button => new($"Triage rota", new Ref(OpenId)) { Opens = Opens.Form };

    /// <inheritdoc/>
    public static TriageRota Read(Answers answers) => new(answers[TurnField]);

    /// <param name="turns">From now on, in their order.</param>
    /// <param name="isCovered">Somebody is on triage now.</param>
    public static Form Form(IReadOnlyList<(Guid Id, string Name, DateTime From, DateTime To)> turns, bool isCovered) => new(new Ref(Id), $"Triage rota", $"Continue",
        new Field.Note("now", isCovered ? $"Questions that fit no topic go to whoever is on triage." : (Text)$"Nobody is on triage now: questions that fit no topic wait until somebody is."),
        new Field.Pick(TurnField, $"Which turn?",
        [
            new Choice(New, $"A new turn"),
            .. turns.Take(Most).Select(one => new Choice(one.Id.ToString(), Text.Of(one.Name), $"{new Hole.Moment(one.From)} to {new Hole.Moment(one.To)}")),
        ])
        { Initial = turns.Count == 0 ? New : "" })
    { Reopens = new Ref(OpenId) };
}

/// <summary>A turn of triage. Days and times are those of whoever has it.</summary>
/// <param name="Person">A member id.</param>
/// <param name="TakesOut">The turn goes.</param>
public sealed record EditTurn(string Person, string FromDay, string FromTime, string ToDay, string ToTime, bool TakesOut) : IForm<EditTurn>
{
    /// <summary>The field ids.</summary>
    public const string PersonField = "person", FromDayField = "from-day", FromTimeField = "from-time", ToDayField = "to-day", ToTimeField = "to-time", TakeOutField = "out";

    /// <inheritdoc/>
    public static string Id => "triage.edit";

    /// <inheritdoc/>
    public static EditTurn Read(Answers answers) => new(answers[PersonField], answers[FromDayField], answers[FromTimeField], answers[ToDayField], answers[ToTimeField], answers[TakeOutField] == "yes");

    /// <param name="row">The turn's id, or <see cref="TriageRota.New"/>.</param>
    public static Form Form(string row, EditTurn now, IReadOnlyList<Choice> people) => new(new Ref(Id, row), $"A turn of triage", $"Save",
    [
        new Field.People(PersonField, $"Who", 1) { Initial = now.Person.Length > 0 ? [now.Person] : [], Nearby = people },
        new Field.Day(FromDayField, $"From the day") { Initial = now.FromDay },
        new Field.Time(FromTimeField, $"At") { Initial = now.FromTime, Hint = $"By the clock of whoever has the turn." },
        new Field.Day(ToDayField, $"Until the day") { Initial = now.ToDay },
        new Field.Time(ToTimeField, $"At") { Initial = now.ToTime },
        .. row == TriageRota.New ? Array.Empty<Field>() : [new Field.Tick(TakeOutField, $"Take it out", $"This turn no longer stands") { Optional = true, Initial = now.TakesOut }],
    ])
    { Reopens = new Ref(TriageRota.OpenId) };

    /// <summary>After saving.</summary>
    public static Card Saved(Person who, DateTime from, DateTime to) => new($"Saved", new Block.Say($"{who} is on triage from {new Hole.Moment(from)} to {new Hole.Moment(to)}.")) { Buttons = [TriageRota.Button] };

    /// <summary>After taking it out.</summary>
    public static Card TakenOut => new($"Taken out", new Block.Say($"This turn no longer stands.")) { Buttons = [TriageRota.Button] };
}
