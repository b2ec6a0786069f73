using ServiceCulture.Cards.Kudos;

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

    /// <summary>Nothing happened in the open.</summary>
    internal bool IsQuiet => Received == 0;
}

/// <summary>A value that nobody was thanked for lately.</summary>
/// <param name="Idea">Something that one could look out for, from the value pack.</param>
public sealed record UnseenValue(string Id, string Name, string Idea);

/// <summary>Somebody whom the reader has not thanked lately.</summary>
/// <param name="Last">When they last did, UTC; null: not within half a year.</param>
public sealed record ToThank(Person Person, DateTime? Last);
