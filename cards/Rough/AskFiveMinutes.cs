namespace ServiceCulture.Cards.Rough;

/// <summary>Whom somebody asks for five minutes.</summary>
/// <param name="Person">A member id; empty where nobody was picked.</param>
public sealed record AskFiveMinutes(string Person) : IForm<AskFiveMinutes>
{
    /// <summary>The press that opens it, and the field id.</summary>
    public const string OpenId = "rough.ask-open", PersonField = "person";

    /// <summary>Minutes after which an asker is told that no answer came; requests that a person may send in a day.</summary>
    public const int Waits = 30, MostADay = 5;

    /// <inheritdoc/>
    public static string Id => "rough.ask";

    /// <summary>The button, after a "not now" or no answer.</summary>
    public static Button Again => new($"Ask someone else", new Ref(OpenId)) { Opens = Opens.PrivateForm };

    /// <inheritdoc/>
    public static AskFiveMinutes Read(Answers answers) => new(answers[PersonField]);

    /// <summary>The form.</summary>
    /// <param name="asker">The name that the colleague reads.</param>
    public static Form Form(string asker, IReadOnlyList<Choice> nearby) => new(new Ref(Id), $"Five minutes", $"Ask",
        new Field.People(PersonField, $"Whom would you like to ask?", 1)
        {
            Nearby = nearby,
            Hint = $"They get this and nothing else: “{asker} asks whether you have five minutes for them. Nothing else was shared.”",
        })
    { Private = true, Reopens = new Ref(OpenId) };
}
