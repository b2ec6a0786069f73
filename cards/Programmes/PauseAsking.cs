using System.Globalization;

namespace ServiceCulture.Cards.Programmes;

/// <summary>When one wants to be asked, and when not: in private, changed at any time.</summary>
/// <param name="For">How long nothing is asked; empty or <see cref="NotNow"/>: no pause.</param>
/// <param name="From">The first day on which one may be asked again, yyyy-MM-dd, where a date was chosen.</param>
/// <param name="When">At the start, at the end, on one's own; empty: not chosen.</param>
/// <param name="OwnTime">HH:mm; empty: none.</param>
/// <param name="OwnDays">Days of the week; none: the programme's.</param>
public sealed record PauseAsking(string For, string From, string When, string OwnTime, IReadOnlyList<string> OwnDays) : IForm<PauseAsking>
{
    /// <summary>The press that opens it, and the field ids.</summary>
    public const string OpenId = "programmes.pause", ForField = "for", FromField = "from", WhenField = "when", TimeField = "time", DaysField = "days";

    /// <summary>How long.</summary>
    public const string NotNow = "none", Today = "today", Until = "until", ForGood = "good";

    /// <inheritdoc/>
    public static string Id => "programmes.take-pause";

    /// <summary>The button for private cards.</summary>
    public static Button Button => new($"Pause…", new Ref(OpenId)) { Opens = Opens.PrivateForm };

    /// <inheritdoc/>
    public static PauseAsking Read(Answers answers) => new(answers[ForField], answers[FromField], answers[WhenField], answers[TimeField], answers.All(DaysField));

    /// <summary>The form.</summary>
    /// <param name="stands">What is in force, in words.</param>
    /// <param name="now">What stands in the fields.</param>
    public static Form Form(Text stands, PauseAsking now) => new(new Ref(Id), $"When I ask you", $"Save",
    [
        new Field.Note("stands", stands),
        new Field.Pick(ForField, $"Pause",
            new Choice(NotNow, $"No pause: ask me"), new Choice(Today, $"For today"), new Choice(Until, $"Until a date"), new Choice(ForGood, $"For good"))
        { Initial = now.For },
        new Field.Day(FromField, $"Ask me again from") { Optional = true, Initial = now.From, Hint = $"For “Until a date”: the first day on which I may ask again." },
        new Field.Pick(WhenField, $"When I may ask",
            new Choice(Invitation.AtStart, $"At the start of my shift"), new Choice(Invitation.AtEnd, $"At the end of my shift"), new Choice(Invitation.OnMyOwn, $"Not at all, I come myself"))
        { Optional = true, Initial = now.When },
        new Field.Time(TimeField, $"At a time of my own") { Optional = true, Initial = now.OwnTime, Hint = $"In your own time zone. On days on which it lies outside your shift I don't ask. Empty: early or late in your shift, as above." },
        new Field.PickMany(DaysField, $"Only on these days", 7, [.. Days.Select(day => new Choice(day, Name(day)))]) { Optional = true, Initial = now.OwnDays },
        new Field.Note("sees", $"In force at once, for questions and reminders alike. {new Hole.Typed("checkin")} works all the same, and nobody is told about any of this."),
    ])
    { Private = true, Reopens = new Ref(OpenId) };

    /// <summary>What is in force, in words.</summary>
    /// <param name="until">The first day on which one may be asked; null: no pause.</param>
    public static Text Stands(string when, DateOnly? until, bool forGood, bool silent) => (when, until, forGood, silent) switch
    {
        (_, _, true, _) => $"Paused for good. To go on, choose “No pause: ask me”.",
        (_, { } day, _, _) => $"Paused. I may ask again from {Long(day)} on. To go on earlier, choose “No pause: ask me”.",
        (_, _, _, true) => $"I fell silent after some questions without an answer. Save this, and I ask again.",
        (Invitation.AtStart, _, _, _) => $"I ask early in your shift, or in the hours that your organisation set for it.",
        (Invitation.AtEnd, _, _, _) => $"I ask late in your shift, or in the hours that your organisation set for it.",
        (Invitation.OnMyOwn or Invitation.No, _, _, _) => $"I don't ask; you come by yourself.",
        _ => $"You have not chosen yet, so I ask nothing.",
    };

    /// <summary>Days of the week as they stand in the answers, Monday first.</summary>
    public static IReadOnlyList<string> Days { get; } = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    internal static string Long(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    internal static Text Name(string day) => day switch
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

/// <summary>What was saved, in the same dialog, so that no chat message tells of it.</summary>
public sealed record PauseTaken : IForm<PauseTaken>
{
    /// <inheritdoc/>
    public static string Id => "programmes.close-pause";

    /// <inheritdoc/>
    public static PauseTaken Read(Answers answers) => new();

    /// <summary>The confirmation.</summary>
    public static Form Form(Text stands) => new(new Ref(Id), $"Saved", $"Close",
        new Field.Note("stands", stands), new Field.Note("again", $"{new Hole.Typed("pause")} opens this again."))
    { Private = true, Reopens = new Ref(PauseAsking.OpenId) };
}
