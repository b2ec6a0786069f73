using System.Text.Json;
using System.Text.Json.Serialization;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Features.Escalations.Figures;
using ServiceCulture.Cards.Publishing;

namespace ServiceCulture.Bot.Features.Digests;

/// <summary>What is counted for who leads a team, as it is kept.</summary>
public sealed partial record ManagerNumbers
{
    public required DateOnly First { get; init; }
    public required DateOnly Last { get; init; }
    public bool IsSoFar { get; init; }
    public required IReadOnlyList<Guid> Teams { get; init; }

    /// <summary>Thanks that their people got, each person thanked counted once: in the digest's weeks, and in each of the four before.</summary>
    public int Received { get; init; }
    public IReadOnlyList<int> Before { get; init; } = [];
    public IReadOnlyList<ValueCount> Values { get; init; } = [];

    /// <summary>The kudos that are shown in full, and the people of the team who are thanked in them.</summary>
    public IReadOnlyList<Guid> Shown { get; init; } = [];
    public IReadOnlyList<Guid> ShownPeople { get; init; } = [];

    /// <summary>A value that nobody was thanked for in all these weeks.</summary>
    public string? Unseen { get; init; }

    /// <summary>What they themselves gave in the digest's weeks, to anybody: kudos, and the people thanked.</summary>
    public int Given { get; init; }
    public IReadOnlyList<Guid> GivenTo { get; init; } = [];

    /// <summary>Whom of their people they have not thanked lately, and when they last did.</summary>
    public Guid? Thank { get; init; }
    public DateTime? ThankedAt { get; init; }

    /// <summary>The question of their people that is overdue longest, and how many are.</summary>
    public Guid? Overdue { get; init; }
    public int OverdueCount { get; init; }

    /// <summary>The window that was published since the last digest, with what was said of their teams; null: none was.</summary>
    public int? Window { get; init; }
    public IReadOnlyList<FigureCount> Figures { get; init; } = [];

    /// <summary>The team that has heard nothing yet under its result, and the statement that fewest agreed to.</summary>
    public Guid? SayTo { get; init; }
    public string? SayAbout { get; init; }

    /// <summary>The windows under whose results something was said to these teams in the digest's weeks.</summary>
    public IReadOnlyList<SaidUnder> Said { get; init; } = [];

    /// <summary>The window of which it was last told how questions were handled; null: see <see cref="Window"/>.</summary>
    public int? HandledIn { get; init; }

    /// <summary>How questions were handled in that window, as far as that may be said; empty: it was told before.</summary>
    public IReadOnlyList<HandledCount> Handled { get; init; } = [];

    /// <summary>The window whose questions taught something that was told last, and what of it is told here: of the whole organisation.</summary>
    public int? Learnt { get; init; }
    public IReadOnlyList<AskedCount> Asked { get; init; } = [];
    public IReadOnlyList<GrantedCount> Granted { get; init; } = [];

    public string Kept() => JsonSerializer.Serialize(this, ManagerNumbersJson.Default.ManagerNumbers);

    public static ManagerNumbers Read(string kept) => JsonSerializer.Deserialize(kept, ManagerNumbersJson.Default.ManagerNumbers)!;

    [JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonSerializable(typeof(ManagerNumbers))]
    sealed partial class ManagerNumbersJson : JsonSerializerContext;
}

/// <summary>One published figure of a team.</summary>
public sealed record FigureCount(Guid Team, string Question, BalanceWord? Balance, Agreement? Agreement);

/// <summary>A sentence to a team, by its key.</summary>
public sealed record SaidUnder(Guid Team, int Window);

/// <summary>One published figure of how questions were handled. Minutes, or percent.</summary>
/// <param name="Group">The team, or the group above it of which it may be said; empty: the whole organisation.</param>
/// <param name="P90">Of times, minutes: nine in ten were no slower.</param>
public sealed record HandledCount(HandlingMeasure Measure, Urgency? Urgency, Guid Group, double Value, double? P90 = null);

/// <summary>So many questions like each other, to which no note holds the answer.</summary>
/// <param name="Topic">Null: they fit none.</param>
public sealed record AskedCount(Guid? Topic, int Questions);

/// <summary>A topic in which so many in a hundred decisions were granted.</summary>
/// <param name="Topic">Null: all topics together of which nothing may be said alone.</param>
public sealed record GrantedCount(Guid? Topic, int Percent);

/// <summary>How often a value was named in the digest's weeks, and in the four before them together.</summary>
public sealed record ValueCount(string Id, int Now, int Before);
