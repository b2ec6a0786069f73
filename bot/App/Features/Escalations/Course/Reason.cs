namespace ServiceCulture.Bot.Features.Escalations.Course;

/// <summary>Why a question was offered to this person: kept with the offer, shown to them and, on request, to the asker.</summary>
public sealed record Reason
{
    public static readonly Reason None = new();

    /// <summary>The topic they know; null: no topic spoke for them.</summary>
    public Guid? Topic { get; init; }

    /// <summary>They can decide it, not only explain it.</summary>
    public bool CanDecide { get; init; }

    /// <summary>Their hours: on duty now, or from then on.</summary>
    public DateTime? OnDutyFrom { get; init; }

    /// <summary>Questions they took in the last two weeks.</summary>
    public int Recent { get; init; }

    /// <summary>How many others could have got it as well.</summary>
    public int Others { get; init; }

    /// <summary>They speak the question's language.</summary>
    public string? Culture { get; init; }

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
