namespace ServiceCulture.Cards.Kudos;

/// <summary>The form in which somebody thanks, and what it holds.</summary>
/// <param name="To">Member ids.</param>
/// <param name="Values">Value ids.</param>
public sealed record GiveKudos(IReadOnlyList<string> To, string Words, IReadOnlyList<string> Values, bool FromCustomer, string CustomerWords, bool IsPrivate) : IForm<GiveKudos>
{
    /// <summary>Fewest and most characters of the words, and most of the customer's.</summary>
    public const int FewestWords = 20, MostWords = 1000, MostPeople = 10, MostValues = 3;

    /// <summary>The field ids.</summary>
    public const string ToField = "people", WordsField = "words", ValuesField = "values", CustomerField = "customer", CustomerWordsField = "quote", AudienceField = "audience", WhoSeesField = "sees";

    const string Private = "private", WithManagers = "managers";

    /// <summary>The press that opens it.</summary>
    public const string OpenId = "kudos.open";

    /// <summary>True where the form said that managers see private ones too.</summary>
    public bool ManagersSee { get; init; }

    /// <inheritdoc/>
    public static string Id => "kudos.give";

    /// <summary>The button that opens it, for any card.</summary>
    public static Button Button => new($"Give kudos", new Ref(OpenId)) { Opens = Opens.Form };

    /// <inheritdoc/>
    public static GiveKudos Read(Answers answers) => new(
        answers.All(ToField), answers[WordsField], answers.All(ValuesField),
        answers[CustomerField] == "yes", answers[CustomerWordsField], answers[AudienceField] is Private or WithManagers)
    { ManagersSee = answers[AudienceField] == WithManagers };

    /// <summary>The same as answers, to open the form with.</summary>
    public Answers Answers => new(new Dictionary<string, IReadOnlyList<string>>
    {
        [ToField] = To,
        [WordsField] = [Words],
        [ValuesField] = Values,
        [CustomerField] = FromCustomer ? ["yes"] : [],
        [CustomerWordsField] = [CustomerWords],
        [AudienceField] = [(IsPrivate, ManagersSee) switch { (false, _) => "public", (_, true) => WithManagers, _ => Private }],
    });

    /// <summary>The form.</summary>
    /// <param name="link">The address of the message it is about; empty where there is none.</param>
    public static Form Form(GiveKudosOptions options, string link = "") => new(new Ref(Id, link), $"Give kudos", $"Send",
    [
        new Field.People(ToField, $"Who do you want to thank?", MostPeople) { Nearby = options.Nearby },
        new Field.Line(WordsField, $"What did they do?", MostWords, Lines: true)
        {
            Min = FewestWords,
            Example = options.Example,
            Hint = $"Say what they did and what it led to, in {FewestWords} to {MostWords} characters.",
        },
        .. options.Values.Count == 0 ? Array.Empty<Field>() : [new Field.PickMany(ValuesField, $"Which value did it show?", MostValues, options.Values) { Optional = !options.ValueRequired }],
        new Field.Tick(CustomerField, $"From a customer", $"A customer thanked them") { Optional = true },
        new Field.Line(CustomerWordsField, $"The customer's words", MostWords, Lines: true) { Optional = true },
        new Field.Pick(AudienceField, $"Who may see it?", new Choice("public", $"Public"), options.ManagersSee ? new Choice(WithManagers, $"To them and their manager") : new Choice(Private, $"Private")) { Initial = "public" },
        new Field.Note(WhoSeesField, options.WhoSees),
    ])
    { Reopens = new Ref(OpenId) };
}

/// <summary>What the form shows from the rules and people in force.</summary>
public sealed record GiveKudosOptions
{
    /// <summary>People offered before anything is typed, and those already picked.</summary>
    public IReadOnlyList<Choice> Nearby { get; init; } = [];

    /// <summary>The values; empty where the policy has them off.</summary>
    public IReadOnlyList<Choice> Values { get; init; } = [];

    /// <summary>True where the policy wants one.</summary>
    public bool ValueRequired { get; init; }

    /// <summary>True where managers see private kudos too: then they are not called private, and bear another value.</summary>
    public bool ManagersSee { get; init; }

    /// <summary>One line, from the policy in force: who will see it.</summary>
    public required Text WhoSees { get; init; }

    /// <summary>A grey example of words.</summary>
    public Text? Example { get; init; }
}
