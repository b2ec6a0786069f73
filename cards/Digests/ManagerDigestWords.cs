using ServiceCulture.Cards.Kudos;
using ServiceCulture.Cards.Publishing;

namespace ServiceCulture.Cards.Digests;

/// <summary>A manager's digest as the card tells it.</summary>
/// <param name="Row">What its buttons stand for.</param>
/// <param name="Teams">Names of the teams it is about.</param>
public sealed record ManagerDigestWords(string Row, IReadOnlyList<string> Teams, DigestDays Days)
{
    /// <summary>Whose it is, where it goes to somebody in their place.</summary>
    public Person? For { get; init; }

    /// <summary>People of the teams thanked: in the digest's weeks, and in the four before together.</summary>
    public int Received { get; init; }

    /// <summary>See <see cref="Received"/>.</summary>
    public int Before { get; init; }

    /// <summary>By value, the most often named first.</summary>
    public IReadOnlyList<(string Name, int Now, int Before)> Values { get; init; } = [];

    /// <summary>Kudos in full.</summary>
    public IReadOnlyList<KudosWords> Shown { get; init; } = [];

    /// <summary>A value that nobody was thanked for in all these weeks; null: there is none to name.</summary>
    public UnseenValue? Unseen { get; init; }

    /// <summary>Kudos that the reader gave, and to whom.</summary>
    public int Given { get; init; }

    /// <summary>See <see cref="Given"/>.</summary>
    public IReadOnlyList<Person> GivenTo { get; init; } = [];

    /// <summary>Whom of their people the reader has not thanked lately; null: they have thanked everybody.</summary>
    public ToThank? Thank { get; init; }

    /// <summary>UTC: what is overdue is so as of then.</summary>
    public DateTime Now { get; init; }

    /// <summary>The question that is overdue longest, and how many are; null: none is.</summary>
    public TeamQuestionWords? Overdue { get; init; }

    /// <summary>See <see cref="Overdue"/>.</summary>
    public int OverdueCount { get; init; }

    /// <summary>A result under which nothing was said yet; null: there is none.</summary>
    public ToSay? Say { get; init; }

    /// <summary>What was said to the teams under results.</summary>
    public IReadOnlyList<SaidWords> Said { get; init; } = [];

    /// <summary>Results that were published since the last digest; null: none were.</summary>
    public PublishedWords? Published { get; init; }

    /// <summary>How questions were handled; null: nothing new that may be said.</summary>
    public HandledWords? Handled { get; init; }

    /// <summary>What questions taught; null: nothing new.</summary>
    public LearntWords? Learnt { get; init; }

    /// <summary>Nothing happened in the open.</summary>
    internal bool IsQuiet => Received == 0;
}

/// <summary>A value that nobody was thanked for lately.</summary>
/// <param name="Idea">Something that one could look out for, from the value pack.</param>
public sealed record UnseenValue(string Id, string Name, string Idea);

/// <summary>A result under which the team has heard nothing yet.</summary>
/// <param name="Row">The team and the window.</param>
/// <param name="Statement">The pulse's, as it was asked.</param>
/// <param name="Agreement">How many agree; null: it is told elsewhere.</param>
public sealed record ToSay(string Row, string Team, Text Statement, Agreement? Agreement);

/// <summary>A sentence to a team.</summary>
/// <param name="By">Null: somebody who is not known any more.</param>
public sealed record SaidWords(Person? By, string Team, string Words);

/// <summary>What was published of the reader's teams for a window.</summary>
public sealed record PublishedWords(DateOnly From, DateOnly Last, IReadOnlyList<TeamFigures> Teams);

/// <summary>One team's figures, by question.</summary>
public sealed record TeamFigures(string Team, IReadOnlyList<(Text Question, BalanceWord? Balance, Agreement? Agreement)> Figures);

/// <summary>How questions were handled in a window, as published.</summary>
/// <param name="IsOwn">True: of the reader's team; false: of a larger group, as the team alone would be too few.</param>
/// <param name="Times">By urgency, the most urgent first.</param>
/// <param name="Repeated">Percent of those who said so: something had to be repeated.</param>
public sealed record HandledWords(DateOnly From, DateOnly Last, bool IsOwn, IReadOnlyList<HandledTimes> Times, int? Repeated);

/// <summary>Somebody whom the reader has not thanked lately.</summary>
/// <param name="Last">When they last did, UTC; null: not within half a year.</param>
public sealed record ToThank(Person Person, DateTime? Last);
