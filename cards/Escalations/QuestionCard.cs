namespace ServiceCulture.Cards.Escalations;

/// <summary>Where a question is, as its asker's card says it.</summary>
public enum Whereabouts
{
    /// <summary>The asker says where it belongs.</summary>
    Choosing,

    /// <summary>Somebody is asked.</summary>
    Offered,

    /// <summary>A person of the rota looks at it.</summary>
    Triage,

    /// <summary>Nobody is there.</summary>
    NobodyThere,

    /// <summary>Somebody has it.</summary>
    Owned,

    /// <summary>Answered: the asker's word is waited for.</summary>
    Answered,

    /// <summary>The rest is over.</summary>
    Unconfirmed,

    /// <inheritdoc cref="Unconfirmed"/>
    Solved,

    /// <inheritdoc cref="Unconfirmed"/>
    Withdrawn,
}

/// <summary>What the asker's card says besides the question.</summary>
/// <param name="Until">When the next thing happens, UTC.</param>
public sealed record QuestionStatus(Whereabouts Where, DateTime? Until)
{
    /// <summary>Who is asked, looks at it, has it or answered it.</summary>
    public Person? Who { get; init; }

    /// <summary>Since when, UTC.</summary>
    public DateTime? Since { get; init; }

    /// <summary>When somebody is on duty again, UTC; of who is asked, when their duty begins.</summary>
    public DateTime? DutyFrom { get; init; }

    /// <summary>Why it is with triage; null: nothing to say.</summary>
    public NobodyWords? Because { get; init; }

    /// <summary>A quarter of the time that the asker has for something is left.</summary>
    public bool IsWarned { get; init; }

    /// <summary>To whom it is being handed over.</summary>
    public Person? HandedTo { get; init; }

    /// <summary>A sentence for the customer, and what may be offered meanwhile; empty: none.</summary>
    public string ForCustomer { get; init; } = "";

    /// <inheritdoc cref="ForCustomer"/>
    public string Meanwhile { get; init; } = "";

    /// <summary>When the asker wants to call back, UTC.</summary>
    public DateTime? CallBackAt { get; init; }

    /// <summary>Why it is whom it is with, in words; null: nothing to say.</summary>
    public bool HasReason { get; init; }

    /// <summary>The last answer, and whether the asker was asked about repeating.</summary>
    public string Answer { get; init; } = "";

    /// <summary>Null: not said yet.</summary>
    public bool? Repeated { get; init; }

    /// <summary>Answers that there are already, at most three.</summary>
    public IReadOnlyList<KnownWords> Known { get; init; } = [];

    /// <summary>One of them was all that was needed.</summary>
    public bool IsKnown { get; init; }

    /// <summary>What was said between the asker and whoever has it, the last of it.</summary>
    public IReadOnlyList<SaidWords> Said { get; init; } = [];

    /// <summary>Somebody took it over from somebody else.</summary>
    public bool ChangedHands { get; init; }

    /// <summary>It could not be delivered yet, or the bot was away: times were shifted.</summary>
    public bool IsDelayed { get; init; }
}

/// <summary>The one card that an asker has of a question; it changes in place, and starts with what can be said to the customer.</summary>
public static class QuestionCard
{
    /// <summary>The presses, each with the question as the row.</summary>
    public const string NudgeId = "question.nudge", WithdrawId = "question.withdraw", SolvedId = "question.solved", RepeatedId = "question.repeated", NotRepeatedId = "question.not-repeated", WhyId = "question.why", ThankId = "question.thank";

    /// <summary>The card as it stands.</summary>
    public static Card For(QuestionWords question, QuestionStatus status) => new(Title(status), [.. ForCustomer(status), .. Body(question, status)])
    {
        Buttons = Buttons(question, status),
        Summary = $"{Title(status)}: {question.Beginning}",
    };

    static Text Title(QuestionStatus status) => status.Where switch
    {
        Whereabouts.Choosing => $"Your question: where does it belong?",
        Whereabouts.Offered => $"Your question: somebody is asked",
        Whereabouts.Triage => $"Your question: a person looks at it",
        Whereabouts.NobodyThere => $"Your question: nobody is there yet",
        Whereabouts.Owned => $"Your question: {status.Who?.Name ?? "somebody"} has it",
        Whereabouts.Answered => $"Your question is answered",
        Whereabouts.Unconfirmed => $"Your question: answered, unconfirmed",
        Whereabouts.Solved => $"Your question is solved",
        _ => (Text)$"Your question was taken back",
    };

    // First what helps in the next forty seconds.
    static IEnumerable<Block> ForCustomer(QuestionStatus status)
    {
        if (status.Where is Whereabouts.Answered or Whereabouts.Unconfirmed or Whereabouts.Solved or Whereabouts.Withdrawn)
            yield break;
        if (status.ForCustomer.Length > 0)
            yield return new Block.Quote(status.ForCustomer, $"You can say");
        if (status.Meanwhile.Length > 0)
            yield return new Block.Say($"You may offer meanwhile: {status.Meanwhile}");
        if (status.CallBackAt is { } at)
            yield return new Block.Say($"You call back at {new Hole.Moment(at, MomentStyle.Time)}; I remind you.");
    }

    static IEnumerable<Block> Body(QuestionWords question, QuestionStatus status)
    {
        yield return new Block.Say(State(question, status));
        foreach (var block in KnownWords.Blocks(question.Id, status.Known))
            yield return block;
        if (status is { Where: Whereabouts.Owned, ChangedHands: true })
            yield return new Block.Say($"It changed hands; everything said so far is with {Them(status)}, so nobody has to say it again.");
        if (status.IsDelayed)
            yield return new Block.Note($"Messages were held up for a while. Nothing is lost; the times above were moved by as much.");
        if (status.Answer.Length > 0)
            yield return new Block.Quote(status.Answer, $"{Them(status)}");
        foreach (var block in status.Said.SelectMany(one => one.Blocks))
            yield return block;
        if (status is { Where: Whereabouts.Owned or Whereabouts.Answered, Who: { } other })
            yield return SayHere.Line(question.Id, 0, other.Name);
        if (status.Where is Whereabouts.Solved && status.Repeated is null && !status.IsKnown)
            yield return new Block.Say($"Did you or the customer have to repeat anything?");
        yield return new Block.Note($"You asked: {question.Beginning}{(question.Topic is { } topic ? $" · {topic}" : "")}");
    }

    static Text State(QuestionWords question, QuestionStatus status) => status.Where switch
    {
        Whereabouts.Choosing when status is { Until: { } by, IsWarned: true } => $"A quarter of the time is left. Say where it belongs; at {question.At(by)} I send it on myself.",
        Whereabouts.Choosing when status.Until is { } by => $"Say where it belongs; at {Time(by)} I send it on myself.",
        Whereabouts.Offered when status.DutyFrom is { } from => $"Nobody who can take it is on duty before {new Hole.Moment(from)}. {Them(status)} is the first then and is asked{Until(question, status)}. If they can't, the next person is asked at once.",
        Whereabouts.Offered => $"{Them(status)} is asked{Until(question, status)}. If they can't, the next person is asked at once.",
        Whereabouts.Triage when status.Because is { } why => $"{why.Sentence} {Them(status)} looks at it now, for triage, and finds who can help{Until(question, status)}.",
        Whereabouts.Triage => $"{Them(status)} looks at it and finds who can help{Until(question, status)}.",
        Whereabouts.NobodyThere => Nobody(status),
        Whereabouts.Owned when status.HandedTo is { } to => $"{Them(status)} has it and has asked {to} to take it over. Until {to} says yes it stays with {Them(status)}.",
        Whereabouts.Owned => $"{Them(status)} has it since {Time(status.Since)} and answers by {When(status.Until)}. If that runs out, both of you hear from me.",
        Whereabouts.Answered => $"{Them(status)} answered at {Time(status.Since)}. Is it solved for the customer? Only you can say so.",
        Whereabouts.Unconfirmed => $"{Them(status)} answered, and nobody has said whether it was solved. You still can.",
        Whereabouts.Solved when status.IsKnown => $"{Them(status)} had answered it before, so nobody had to be asked, and {Them(status)} hears that it helped.",
        Whereabouts.Solved when status.Repeated is null => $"Good. One thing more:",
        Whereabouts.Solved => $"Solved, and noted. Thank you for saying so.",
        _ => (Text)$"It is closed, and whoever had it knows.",
    };

    static Text Nobody(QuestionStatus status) => status.DutyFrom is { } from
        ? $"Nobody who could answer is on duty just now; somebody is from {new Hole.Moment(from)} on. Your question is kept, I look again at {Time(status.Until)}, and it goes to the first who is there."
        : (Text)$"Nobody who could answer is on duty just now. Your question is kept, I look again at {Time(status.Until)}, and it goes to the first who is there.";

    static Text Until(QuestionWords question, QuestionStatus status) => status.Until is { } until ? $", until {question.By(until)}" : (Text)$"";

    static Text Them(QuestionStatus status) => status.Who is { } who ? $"{who}" : (Text)$"a colleague";

    static Text Time(DateTime? at) => at is { } moment ? $"{new Hole.Moment(moment, MomentStyle.Time)}" : (Text)$"once";

    static Text When(DateTime? at) => at is { } moment ? $"{new Hole.Moment(moment)}" : (Text)$"soon";

    static IReadOnlyList<Button> Buttons(QuestionWords question, QuestionStatus status) => status.Where switch
    {
        Whereabouts.Choosing => [new Button($"Choose", new Ref(ChooseTopic.OpenId, question.Id)) { Opens = Opens.Form, Style = ButtonStyle.Primary }, Add(question), Change(question), Withdraw(question)],
        Whereabouts.Offered => [Add(question), Nudge(question), Change(question), Withdraw(question), .. Why(question, status)],
        Whereabouts.Triage => [Add(question), Nudge(question), Change(question), Withdraw(question)],
        Whereabouts.NobodyThere => [Add(question), Change(question), Withdraw(question)],
        Whereabouts.Owned => [new Button($"Solved", new Ref(SolvedId, question.Id)) { Style = ButtonStyle.Primary }, Add(question), Nudge(question), Change(question), Withdraw(question), .. Why(question, status)],
        Whereabouts.Answered or Whereabouts.Unconfirmed =>
        [
            new Button($"Solved", new Ref(SolvedId, question.Id)) { Style = ButtonStyle.Primary },
            new Button($"Not yet", new Ref(NotYetSolved.OpenId, question.Id)) { Opens = Opens.Form },
        ],
        Whereabouts.Solved when status.Repeated is null && !status.IsKnown => [new Button($"No, nothing", new Ref(NotRepeatedId, question.Id)), new Button($"Yes", new Ref(RepeatedId, question.Id)), .. Thank(question, status)],
        Whereabouts.Solved => [.. Thank(question, status), new Button($"Not solved after all", new Ref(NotYetSolved.OpenId, question.Id)) { Opens = Opens.Form }],
        _ => [AskQuestion.Button],
    };

    static Button[] Thank(QuestionWords question, QuestionStatus status) => status.Who is { } who ? [new Button($"Thank {who.Name}", new Ref(ThankId, question.Id)) { Opens = Opens.Form, Style = ButtonStyle.Primary }] : [];

    static Button[] Why(QuestionWords question, QuestionStatus status) => status.HasReason ? [new Button($"Why them?", new Ref(WhyId, question.Id))] : [];

    static Button Add(QuestionWords question) => new($"Add information", new Ref(AddInformation.OpenId, question.Id)) { Opens = Opens.Form };

    static Button Nudge(QuestionWords question) => new($"Nudge", new Ref(NudgeId, question.Id));

    static Button Change(QuestionWords question) => new($"Change urgency", new Ref(ChangeUrgency.OpenId, question.Id)) { Opens = Opens.Form };

    static Button Withdraw(QuestionWords question) => new($"Withdraw", new Ref(WithdrawId, question.Id)) { Style = ButtonStyle.Danger };
}
