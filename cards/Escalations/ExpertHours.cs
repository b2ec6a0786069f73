namespace ServiceCulture.Cards.Escalations;

/// <summary>How an expert takes questions: when, how many at once, in which languages, and a pause.</summary>
/// <param name="Days">Days of the week; none: as they work.</param>
/// <param name="From">HH:mm; empty: as they work.</param>
/// <param name="Pause">One of the constants.</param>
/// <param name="Until">The day on which questions may come again, yyyy-MM-dd, where one was chosen.</param>
/// <param name="Capacity">A number as typed.</param>
public sealed record ExpertHours(IReadOnlyList<string> Days, string From, string To, string Pause, string Until, string Capacity, string Languages) : IForm<ExpertHours>
{
    /// <summary>The press that opens it, and the field ids.</summary>
    public const string OpenId = "experts.open", DaysField = "days", FromField = "from", ToField = "to", PauseField = "pause", UntilField = "until", CapacityField = "capacity", LanguagesField = "languages";

    /// <summary>How long nothing is offered.</summary>
    public const string NoPause = "none", AnHour = "hour", Today = "today", UntilDay = "day", AsIs = "as-is";

    static readonly string[] Week = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <inheritdoc/>
    public static string Id => "experts.settings";

    /// <summary>The button on the card.</summary>
    public static Button Button => new($"Change this", new Ref(OpenId)) { Opens = Opens.Form, Style = ButtonStyle.Primary };

    /// <inheritdoc/>
    public static ExpertHours Read(Answers answers) =>
        new(answers.All(DaysField), answers[FromField], answers[ToField], answers[PauseField], answers[UntilField], answers[CapacityField], answers[LanguagesField]);

    /// <param name="version">0: there was no row.</param>
    /// <param name="pausedUntil">UTC; null: no pause is in force.</param>
    public static Form Form(int version, ExpertHours now, DateTime? pausedUntil, int mostCapacity) => new(new Ref(Id, "", version), $"Questions for me", $"Save",
    [
        new Field.PickMany(DaysField, $"On duty on", 7, [.. Week.Select(day => new Choice(day.ToLowerInvariant(), Text.Of(day)))])
        { Initial = now.Days, Optional = true, Hint = $"None picked: on the days on which you work." },
        new Field.Time(FromField, $"From") { Initial = now.From, Optional = true, Hint = $"By your own clock. Both empty: in your working hours or shifts." },
        new Field.Time(ToField, $"To") { Initial = now.To, Optional = true, Hint = $"Earlier than the beginning means the next day." },
        new Field.Pick(PauseField, $"Pause",
        [
            .. pausedUntil is { } until ? [new Choice(AsIs, $"As it is: until {new Hole.Moment(until)}")] : Array.Empty<Choice>(),
            new Choice(NoPause, $"No pause"), new Choice(AnHour, $"For an hour"), new Choice(Today, $"For the rest of today"), new Choice(UntilDay, $"Until the day below"),
        ])
        { Initial = now.Pause },
        new Field.Day(UntilField, $"Questions may come again on") { Initial = now.Until, Optional = true },
        new Field.Line(CapacityField, $"Open questions at once", 2) { Initial = now.Capacity, Hint = $"From 0 to {mostCapacity}. An answered question no longer counts." },
        new Field.Line(LanguagesField, $"Languages", 40) { Initial = now.Languages, Optional = true, Example = $"de, en", Hint = $"Two letters each. Empty: the one you use with me." },
    ])
    { Reopens = new Ref(OpenId) };
}
