using System.Text.Json;
using System.Text.Json.Serialization;

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

    public string Kept() => JsonSerializer.Serialize(this, ManagerNumbersJson.Default.ManagerNumbers);

    public static ManagerNumbers Read(string kept) => JsonSerializer.Deserialize(kept, ManagerNumbersJson.Default.ManagerNumbers)!;

    [JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonSerializable(typeof(ManagerNumbers))]
    sealed partial class ManagerNumbersJson : JsonSerializerContext;
}

/// <summary>How often a value was named in the digest's weeks, and in the four before them together.</summary>
public sealed record ValueCount(string Id, int Now, int Before);
