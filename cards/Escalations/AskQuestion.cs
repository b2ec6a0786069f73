namespace ServiceCulture.Cards.Escalations;

/// <summary>The form in which somebody asks what they can't answer alone. Only the question is required.</summary>
/// <param name="Urgency"><see cref="Waiting"/>, <see cref="Today"/> or <see cref="Week"/>.</param>
/// <param name="CallBack">HH:mm of the asker's own day; empty: no call-back.</param>
public sealed record AskQuestion(string Words, string Urgency, string Tried, string Customer, string Need, bool NeedsDecision, string CallBack) : IForm<AskQuestion>
{
    /// <summary>Fewest and most characters.</summary>
    public const int FewestWords = 8, MostWords = 2000, MostTried = 1000, MostCustomer = 200, MostNeed = 500;

    /// <summary>The field ids.</summary>
    public const string WordsField = "question", UrgencyField = "urgency", TriedField = "tried", CustomerField = "customer", NeedField = "need", DecisionField = "decision", CallBackField = "call-back";

    /// <summary>How urgent, as it stands in the answers and is typed behind a #.</summary>
    public const string Waiting = "waiting", Today = "today", Week = "week";

    /// <summary>The press that opens it.</summary>
    public const string OpenId = "question.open";

    /// <inheritdoc/>
    public static string Id => "question.ask";

    /// <summary>The button that opens it, for any card.</summary>
    public static Button Button => new($"Ask a question", new Ref(OpenId)) { Opens = Opens.Form };

    /// <inheritdoc/>
    public static AskQuestion Read(Answers answers) => new(answers[WordsField], answers[UrgencyField], answers[TriedField], answers[CustomerField], answers[NeedField], answers[DecisionField] == "yes", answers[CallBackField]);

    /// <summary>The same as answers, to open the form with.</summary>
    public Answers Answers => new(new Dictionary<string, IReadOnlyList<string>>
    {
        [WordsField] = [Words],
        [UrgencyField] = [Urgency.Length > 0 ? Urgency : Today],
        [TriedField] = [Tried],
        [CustomerField] = [Customer],
        [NeedField] = [Need],
        [DecisionField] = NeedsDecision ? ["yes"] : [],
        [CallBackField] = [CallBack],
    });

    /// <summary>The three, the most urgent first.</summary>
    public static IReadOnlyList<Choice> Urgencies =>
    [
        new(Waiting, $"The customer is waiting now", $"An expert is asked at once"),
        new(Today, $"Today"),
        new(Week, $"This week"),
    ];

    /// <summary>The form.</summary>
    /// <param name="link">The address of the message that becomes the question; empty where there is none.</param>
    public static Form Form(string link = "") => new(new Ref(Id, link), $"Ask a question", $"Ask",
        new Field.Line(WordsField, $"What do you need to know?", MostWords, Lines: true) { Min = FewestWords, Example = $"May I refund a chargeback that is older than 90 days?" },
        new Field.Pick(UrgencyField, $"When does the customer need it?", Urgencies) { Initial = Today },
        new Field.Line(TriedField, $"What have you tried?", MostTried, Lines: true) { Optional = true, Hint = $"So that nobody tells you to try it again." },
        new Field.Line(CustomerField, $"The customer's reference", MostCustomer) { Optional = true, Example = $"Case 48213" },
        new Field.Line(NeedField, $"What does the customer need?", MostNeed) { Optional = true, Example = $"Their money back before the rent is due on Friday" },
        new Field.Tick(DecisionField, $"A decision", $"Somebody has to decide this, knowing is not enough") { Optional = true },
        new Field.Time(CallBackField, $"Call the customer back at") { Optional = true, Hint = $"I remind you, whatever the question has come to by then." },
        new Field.Note("sees", $"Whoever gets the question sees all of this, so that neither you nor the customer has to say it twice."))
    { Reopens = new Ref(OpenId) };

    /// <summary>Said where the card with the question stands elsewhere: in the person's own chat with the bot.</summary>
    public static Card Asked => new($"Asked", new Block.Say($"Your question is on its way. The card in our own chat shows who has it and until when."));
}
