namespace ServiceCulture.Cards.Escalations;

/// <summary>A question as cards tell it: everything said so far.</summary>
/// <param name="Id">The question's id.</param>
/// <param name="Urgency">As in <see cref="AskQuestion"/>.</param>
public sealed record QuestionWords(string Id, Person Asker, string Words, string Urgency)
{
    /// <summary>What the asker tried, the customer's reference, what they need; empty: not said.</summary>
    public string Tried { get; init; } = "";

    /// <inheritdoc cref="Tried"/>
    public string Customer { get; init; } = "";

    /// <inheritdoc cref="Tried"/>
    public string Need { get; init; } = "";

    /// <summary>The message that became the question.</summary>
    public Uri? Link { get; init; }

    /// <summary>Somebody has to decide it.</summary>
    public bool NeedsDecision { get; init; }

    /// <summary>The topic's name; null: none.</summary>
    public string? Topic { get; init; }

    /// <summary>What was said since, in order.</summary>
    public IReadOnlyList<SaidWords> Said { get; init; } = [];

    /// <summary>More was said before that.</summary>
    public bool IsCut { get; init; }

    /// <summary>When the answer is due, UTC; null: nothing is said of it.</summary>
    public DateTime? AnswerBy { get; init; }

    /// <summary>The urgency in words.</summary>
    public Text When => Urgency switch
    {
        AskQuestion.Waiting => $"the customer is waiting now",
        AskQuestion.Today => $"today",
        _ => (Text)$"this week",
    };

    /// <summary>A deadline: to the second while a customer waits, because then it is soon over.</summary>
    internal Hole.Moment By(DateTime until) => new(until, Urgency == AskQuestion.Waiting ? MomentStyle.ToTheSecond : MomentStyle.DateAndTime);

    /// <summary>The same, the time of day alone.</summary>
    internal Hole.Moment At(DateTime moment) => new(moment, Urgency == AskQuestion.Waiting ? MomentStyle.ToTheSecond : MomentStyle.Time);

    /// <summary>The first words, for a title or a notification.</summary>
    public string Beginning => Words.ReplaceLineEndings(" ") is { Length: > 60 } all ? $"{all[..57].TrimEnd()}…" : Words.ReplaceLineEndings(" ");

    /// <summary>The hand-off brief: all that whoever gets it has to know, so that nobody says it twice.</summary>
    internal IReadOnlyList<Block> Brief =>
    [
        new Block.Quote(Words),
        new Block.Facts([
            new Fact($"Asked by", $"{Asker}"),
            new Fact($"Needed", AnswerBy is { } by ? $"{When}; the answer by {new Hole.Moment(by)}" : When),
            .. NeedsDecision ? [new Fact($"Wanted", $"a decision")] : Array.Empty<Fact>(),
            .. Topic is { } topic ? [new Fact($"Topic", Text.Of(topic))] : Array.Empty<Fact>(),
            .. Line($"Customer", Customer), .. Line($"They need", Need), .. Line($"Tried", Tried)]),
        .. Link is { } link ? [new Block.Say($"It began with {new Hole.Link((Text)$"this message", link)}.")] : Array.Empty<Block>(),
        .. IsCut ? [new Block.Note($"More was said before this than a card can hold."), new Block.Row(ReadAll.Button(this))] : Array.Empty<Block>(),
        .. Said.Where((one, at) => !Said.Skip(at + 1).Any(one.StandsIn)).SelectMany(one => one.Blocks),
    ];

    static Fact[] Line(Text label, string words) => words.Length == 0 ? [] : [new Fact(label, Text.Of(words))];
}
