using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Bot.Features.Escalations.Course;

/// <summary>Whom a question is to be offered to next: what the one who chooses has to go by.</summary>
/// <param name="Topic">Null: none, so nobody can be chosen by the rules.</param>
/// <param name="Before">Somebody who is on duty only later counts when that is before this moment.</param>
/// <param name="LeaveOut">Its asker, and who had it, has it or does not want it.</param>
/// <param name="Named">The colleague who was named instead: only to be looked whether they can be reached.</param>
public sealed record ExpertWanted(Guid? Topic, bool NeedsDecision, Urgency Urgency, string? Culture, DateTime Before, IReadOnlySet<Guid> LeaveOut)
{
    public Guid? Named { get; init; }

    /// <summary>When it was asked, UTC: whoever had their data erased since is not asked for it. What they once said to it went with their data.</summary>
    public DateTime AskedAt { get; init; }
}

/// <summary>Who was found.</summary>
public abstract record ExpertFound
{
    ExpertFound() { }

    /// <param name="Why">Why it is them, as it is kept with the offer; cards make words of it.</param>
    /// <param name="From">When their duty begins, where that is later than now.</param>
    public sealed record Someone(Guid Member, string Why = "", DateTime? From = null) : ExpertFound;

    /// <param name="Until">When somebody is on duty again; null: not known.</param>
    /// <param name="Why">Null: nobody was looked for.</param>
    public sealed record Nobody(DateTime? Until = null, NobodyBecause? Why = null) : ExpertFound;
}
