namespace ServiceCulture.Bot.Features.Escalations.Course;

/// <summary>Why a question was offered to this person: kept with the offer, shown to them and, on request, to the asker.</summary>
public sealed record Reason
{
    public static readonly Reason None = new();

    /// <summary>The topic they know; null: no topic spoke for them.</summary>
    public Guid? Topic { get; init; }

    /// <summary>They can decide it, not only explain it.</summary>
    public bool CanDecide { get; init; }

    /// <summary>The question needs a decision.</summary>
    public bool Decision { get; init; }

    /// <summary>When their duty begins, UTC; null: they were on duty.</summary>
    public DateTime? OnDutyFrom { get; init; }

    /// <summary>Questions they took in the last two weeks.</summary>
    public int Recent { get; init; }

    /// <summary>How many others were free at that time.</summary>
    public int Others { get; init; }

    /// <summary>With how many of these the number of questions was compared, and how many had just as few: then chance decided.</summary>
    public int Compared { get; init; }
    public int Alike { get; init; }

    /// <summary>They speak the question's language.</summary>
    public string? Culture { get; init; }

    /// <summary>The language that nobody who was there speaks.</summary>
    public string? UnspokenCulture { get; init; }

    /// <summary>The colleague who named them; null: the rules did.</summary>
    public Guid? NamedBy { get; init; }

    /// <summary>It was theirs before.</summary>
    public bool HadIt { get; init; }
}

/// <summary>Whom a question is to be offered to next: what the one who chooses has to go by.</summary>
/// <param name="Topic">Null: none, so nobody can be chosen by the rules.</param>
/// <param name="Before">Somebody who is on duty only later counts when that is before this moment.</param>
/// <param name="LeaveOut">Its asker, and who had it, has it or does not want it.</param>
/// <param name="Named">The colleague who was named instead: only to be looked whether they can be reached.</param>
public sealed record ExpertWanted(Guid? Topic, bool NeedsDecision, Urgency Urgency, string? Culture, DateTime Before, IReadOnlySet<Guid> LeaveOut)
{
    public Guid? Named { get; init; }
}

/// <summary>Who was found.</summary>
public abstract record ExpertFound
{
    ExpertFound() { }

    /// <param name="From">When their duty begins, where that is later than now.</param>
    public sealed record Someone(Guid Member, Reason Why, DateTime? From = null) : ExpertFound;

    /// <param name="Until">When somebody is on duty again; null: not known.</param>
    public sealed record Nobody(DateTime? Until = null) : ExpertFound;
}
