namespace ServiceCulture.Cards.Escalations;

/// <summary>How long an expert has to accept a question, by how urgent it is: HR's to set.</summary>
/// <param name="Waiting">Seconds.</param>
/// <param name="Today">Minutes, as <paramref name="Week"/>.</param>
public sealed record OfferTimes(string Waiting, string Today, string Week) : IForm<OfferTimes>
{
    /// <summary>The press that opens it, and the fields.</summary>
    public const string OpenId = "questions.times-open", WaitingField = "waiting", TodayField = "today", WeekField = "week";

    /// <summary>The least and the most of each: seconds, minutes, minutes.</summary>
    public const int LeastSeconds = 10, MostSeconds = 3600, MostToday = 480, MostWeek = 2880;

    /// <inheritdoc/>
    public static string Id => "questions.times";

    /// <summary>The button, for HR alone.</summary>
    public static Button Button => new($"Times for offers", new Ref(OpenId)) { Opens = Opens.Form };

    /// <inheritdoc/>
    public static OfferTimes Read(Answers answers) => new(answers[WaitingField], answers[TodayField], answers[WeekField]);

    /// <summary>The form.</summary>
    public static Form Form(OfferTimes now) => new(new Ref(Id), $"Times for offers", $"Save",
        new Field.Note("what", $"So long an expert has to accept a question; then the next one is asked. After two of them while a customer waits, three otherwise, a person of the triage rota looks at it. It holds for offers from now on."),
        new Field.Line(WaitingField, $"While a customer waits, in seconds", 5) { Initial = now.Waiting, Hint = $"{LeastSeconds} to {MostSeconds}." },
        new Field.Line(TodayField, $"For today, in minutes", 5) { Initial = now.Today, Hint = $"1 to {MostToday}." },
        new Field.Line(WeekField, $"For this week, in minutes", 5) { Initial = now.Week, Hint = $"1 to {MostWeek}." })
    { Reopens = new Ref(OpenId) };

    /// <summary>What a field may be.</summary>
    public static Text WholeNumber(int least, int most) => $"A whole number from {least} to {most}, please.";

    /// <summary>After it.</summary>
    public static Card Saved => new($"The times are set", new Block.Say($"They hold for every offer from now on."));
}
