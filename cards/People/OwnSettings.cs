using ServiceCulture.Cards.Programmes;

namespace ServiceCulture.Cards.People;

/// <summary>What somebody says of themselves: where they are, which language they want, when they work.</summary>
/// <param name="Zone">As typed.</param>
/// <param name="Language">One of <see cref="Languages"/>.</param>
/// <param name="Days">Days of the week; none: the usual.</param>
/// <param name="From">HH:mm; empty: the usual.</param>
public sealed record OwnSettings(string Zone, string Language, IReadOnlyList<string> Days, string From, string To) : IForm<OwnSettings>
{
    /// <summary>The press that opens it, and the field ids.</summary>
    public const string OpenId = "people.own", ZoneField = "zone", LanguageField = "language", DaysField = "days", FromField = "from", ToField = "to";

    /// <summary>Most characters of a zone's name.</summary>
    public const int MostZone = 60;

    /// <inheritdoc/>
    public static string Id => "people.set-own";

    /// <summary>Languages to pick from, as tags with their names.</summary>
    public static IReadOnlyList<(string Tag, string Name)> Languages { get; } =
    [
        ("ar", "Arabic"), ("bg", "Bulgarian"), ("bn", "Bengali"), ("ca", "Catalan"), ("cs", "Czech"), ("da", "Danish"), ("de", "German"), ("el", "Greek"), ("en", "English"), ("es", "Spanish"),
        ("et", "Estonian"), ("fa", "Persian"), ("fi", "Finnish"), ("fr", "French"), ("ga", "Irish"), ("he", "Hebrew"), ("hi", "Hindi"), ("hr", "Croatian"), ("hu", "Hungarian"), ("id", "Indonesian"),
        ("is", "Icelandic"), ("it", "Italian"), ("ja", "Japanese"), ("ko", "Korean"), ("lt", "Lithuanian"), ("lv", "Latvian"), ("nb", "Norwegian"), ("nl", "Dutch"), ("pl", "Polish"), ("pt", "Portuguese"),
        ("pt-BR", "Portuguese (Brazil)"), ("ro", "Romanian"), ("ru", "Russian"), ("sk", "Slovak"), ("sl", "Slovenian"), ("sq", "Albanian"), ("sr", "Serbian"), ("sv", "Swedish"), ("th", "Thai"),
        ("tr", "Turkish"), ("uk", "Ukrainian"), ("ur", "Urdu"), ("vi", "Vietnamese"), ("zh", "Chinese"),
    ];

    /// <inheritdoc/>
    public static OwnSettings Read(Answers answers) => new(answers[ZoneField].Trim(), answers[LanguageField], answers.All(DaysField), answers[FromField], answers[ToField]);

    /// <summary>The form: a field for what they may say, a line for what somebody else has said.</summary>
    /// <param name="filled">What stands in the fields.</param>
    public static Form Form(OwnFacts facts, OwnSettings filled) => new(new Ref(Id), $"Your settings", $"Save",
    [
        facts.Zone.IsOpen
            ? new Field.Line(ZoneField, $"Time zone", MostZone) { Initial = filled.Zone, Optional = true, Example = $"Europe/Berlin", Hint = $"A region and a city, or the city alone: Berlin. Your days, shifts and reminders go by it." }
            : new Field.Note(ZoneField, $"Time zone: {facts.Zone.Told}"),
        facts.Language.IsOpen
            ? new Field.Pick(LanguageField, $"Language", [.. Choices(filled.Language)]) { Initial = filled.Language, Optional = true, Hint = $"Questions go to people who share it. I speak English so far." }
            : new Field.Note(LanguageField, $"Language: {facts.Language.Told}"),
        .. facts.Hours.IsOpen ? Hours(filled) : [new Field.Note("hours", $"Working hours: {facts.Hours.Told}")],
        new Field.Note("sees", $"You and HR see this. It counts from the moment you save it; shifts that HR imports go before working hours."),
    ])
    { Reopens = new Ref(OpenId) };

    /// <summary>After saving: all of it as it stands now.</summary>
    /// <param name="kept">What somebody else had said in the meantime, so that it was not changed.</param>
    public static Card Saved(OwnFacts facts, IReadOnlyList<Text> kept) => new($"Saved",
    [
        Points(facts),
        .. kept.Count == 0 ? Array.Empty<Block>() : [new Block.Say($"Somebody else has said this in the meantime, so it stayed: {Texts.List(kept)}.")],
        new Block.Note($"{new Hole.Typed("settings")} opens this again."),
    ]);

    /// <summary>Where somebody else has said all of it, so that there is nothing to fill in.</summary>
    public static Card Told(OwnFacts facts) => new($"Your settings", Points(facts), new Block.Note($"You and HR see this."));

    static Block.Points Points(OwnFacts facts) => new([$"Time zone: {facts.Zone.Told}", $"Language: {facts.Language.Told}", $"Working hours: {facts.Hours.Told}"]);

    static IReadOnlyList<Field> Hours(OwnSettings filled) =>
    [
        new Field.PickMany(DaysField, $"You work on", 7, [.. PauseAsking.Days.Select(day => new Choice(day, PauseAsking.Name(day)))]) { Initial = filled.Days, Optional = true, Hint = $"None picked: Monday to Friday." },
        new Field.Time(FromField, $"From") { Initial = filled.From, Optional = true, Hint = $"By your own clock. Both empty: 9:00 to 17:00." },
        new Field.Time(ToField, $"To") { Initial = filled.To, Optional = true, Hint = $"Earlier than the beginning means the next day." },
    ];

    // What stands there stays to be picked, also where it is none of the usual ones.
    static IEnumerable<Choice> Choices(string now) =>
        (now.Length == 0 || Languages.Any(one => one.Tag == now) ? Languages : Languages.Append((Tag: now, Name: now))).OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => new Choice(one.Tag, Text.Of(one.Name)));
}

/// <summary>All that one may say of oneself, as it stands.</summary>
public sealed record OwnFacts(OwnFact Zone, OwnFact Language, OwnFact Hours)
{
    /// <summary>True where the person's own word would stand in any of it.</summary>
    public bool AnyOpen => Zone.IsOpen || Language.IsOpen || Hours.IsOpen;
}

/// <summary>One of them, in words, and whose word it is.</summary>
public sealed record OwnFact(Text Value, SaidBy By)
{
    /// <summary>True where the person's own word would stand.</summary>
    public bool IsOpen => By is SaidBy.Nobody or SaidBy.You;

    internal Text Told => By switch
    {
        SaidBy.Hr => $"{Value}. HR's file says so; HR can change it.",
        SaidBy.Platform => $"{Value}. The profile on your platform says so: change it there, and it follows.",
        SaidBy.You => $"{Value}, as you set it",
        _ => $"{Value}",
    };
}

/// <summary>Whose word something is.</summary>
public enum SaidBy
{
    /// <summary>Nobody has said it: what stands is the usual.</summary>
    Nobody,

    /// <summary>The person's own.</summary>
    You,

    /// <summary>Their profile on the platform they are at home on.</summary>
    Platform,

    /// <summary>A file that HR imported.</summary>
    Hr,
}
