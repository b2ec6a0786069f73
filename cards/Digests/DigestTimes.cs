namespace ServiceCulture.Cards.Digests;

/// <summary>How often, and when, somebody wants their digests.</summary>
/// <param name="Often">One of the constants; empty where there is nothing to choose.</param>
/// <param name="Day">A day of the week, in small letters.</param>
/// <param name="Time">HH:mm.</param>
public sealed record DigestTimes(string Often, string Day, string Time) : IForm<DigestTimes>
{
    /// <summary>The press that opens it, and the field ids.</summary>
    public const string OpenId = "digest.times-open", OftenField = "often", DayField = "day", TimeField = "time";

    /// <summary>How often.</summary>
    public const string Weekly = "weekly", Fortnightly = "fortnightly", Monthly = "monthly", Never = "never";

    /// <summary>Days of the week as they stand in the answers, Monday first.</summary>
    public static IReadOnlyList<string> Days { get; } = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <inheritdoc/>
    public static string Id => "digest.times";

    /// <inheritdoc/>
    public static DigestTimes Read(Answers answers) => new(answers[OftenField], answers[DayField], answers[TimeField]);

    /// <summary>The form.</summary>
    /// <param name="row">Whose digests of which kind.</param>
    /// <param name="often">What may be chosen.</param>
    public static Form Form(string row, DigestTimes now, params IReadOnlyList<string> often) => new(new Ref(Id, row), $"When the digest comes", $"Save",
    [
        new Field.Pick(OftenField, $"How often", [.. often.Select(one => new Choice(one, Words(one)))]) { Initial = now.Often },
        new Field.Pick(DayField, $"On which day", [.. Days.Select(day => new Choice(day, Name(day)))]) { Initial = now.Day },
        new Field.Time(TimeField, $"At what time") { Initial = now.Time, Hint = $"By your own clock." },
    ])
    { Reopens = new Ref(OpenId, row) };

    static Text Words(string often) => often switch
    {
        Weekly => $"Every week",
        Fortnightly => $"Every second week",
        Monthly => $"Once a month",
        _ => $"Not at all, until I say so",
    };

    static Text Name(string day) => day switch
    {
        "monday" => $"Monday",
        "tuesday" => $"Tuesday",
        "wednesday" => $"Wednesday",
        "thursday" => $"Thursday",
        "friday" => $"Friday",
        "saturday" => $"Saturday",
        _ => $"Sunday",
    };
}
