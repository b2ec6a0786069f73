using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Bot.Features.Escalations.Experts;

/// <summary>What a question needs of whoever gets it.</summary>
/// <param name="LeaveOut">Its asker, and to whom it was offered already.</param>
/// <param name="Language">Two letters, where the asker needs one; null: any will do.</param>
/// <param name="Deadline">Who comes on duty before then may be offered it too, when nobody is on duty.</param>
public sealed record Need(Guid Topic, bool IsDecision, string? Language, DateTime Deadline, IReadOnlySet<Guid> LeaveOut)
{
    /// <summary>UTC: whoever had their data erased since then is left out, too.</summary>
    public DateTime AskedAt { get; init; }
}

/// <summary>An expert of the question's topic, as choosing sees them.</summary>
/// <param name="Capacity">So many open questions at once.</param>
/// <param name="Languages">Two letters each; empty: not known.</param>
public sealed record Expert(Guid Member, ExpertLevel Level, Duty Duty, DateTime? PausedUntil, int Capacity, IReadOnlyList<string> Languages, Load Load)
{
    /// <summary>When they last had their data erased, UTC; null: never.</summary>
    public DateTime? ErasedAt { get; init; }
}

/// <summary>How much somebody has.</summary>
/// <param name="Open">Questions that are theirs and not answered yet.</param>
/// <param name="Lately">What they took in the last two weeks.</param>
public readonly record struct Load(int Open, int Lately);

/// <summary>Who is next for a question, or why nobody is.</summary>
public abstract record Next
{
    /// <param name="From">When to offer it: now, or when their duty begins.</param>
    public sealed record Offer(Guid Member, DateTime From, ExpertReason Reason) : Next;

    /// <summary>Nobody can be offered it in time.</summary>
    /// <param name="Until">When somebody who could is on duty again; null: not to be foreseen.</param>
    public sealed record Nobody(NobodyBecause Why, DateTime? Until) : Next;
}

/// <summary>
/// Chooses the expert for a question: level and authority, on duty now (or next on duty, before the deadline), not paused, under capacity, language,
/// then who had the fewest in the last two weeks, then chance. Never the asker, and nobody to whom it was offered already.
/// </summary>
public static class ChoosingExpert
{
    /// <param name="experts">Of the topic, in any order.</param>
    /// <param name="draw">A number from 0 up to the given one.</param>
    public static Next Choose(Need need, IReadOnlyList<Expert> experts, DateTime now, Func<int, int> draw)
    {
        var able = experts.Where(one => !need.IsDecision || one.Level is ExpertLevel.CanDecide).ToList();
        var unasked = able.Where(one => !need.LeaveOut.Contains(one.Member) && !(one.ErasedAt >= need.AskedAt)).ToList();
        var free = unasked.Where(one => one.Load.Open < one.Capacity).Select(one => (Expert: one, From: From(one, now))).Where(one => one.From is not null).ToList();
        var inTime = free.Where(one => one.From == now || one.From < need.Deadline).ToList();
        if (inTime.Count == 0)
            return new Next.Nobody(Why(able, unasked, free.Count), free.Min(one => one.From));
        var first = inTime.Min(one => one.From)!.Value;
        return Fairest(need, [.. inTime.Where(one => one.From == first).Select(one => one.Expert)], first, first == now, draw);
    }

    static Next.Offer Fairest(Need need, List<Expert> there, DateTime from, bool isNow, Func<int, int> draw)
    {
        var speaking = there.Where(one => Speaks(one, need.Language)).ToList();
        var meant = speaking.Count > 0 ? speaking : there;
        var fewest = meant.Min(one => one.Load.Lately);
        var alike = meant.Where(one => one.Load.Lately == fewest).OrderBy(one => one.Member).ToList();
        var chosen = alike[alike.Count > 1 ? draw(alike.Count) : 0];
        return new(chosen.Member, from, new ExpertReason(chosen.Level is ExpertLevel.CanDecide, need.IsDecision, isNow ? null : from,
            need.Language, speaking.Count > 0, fewest, there.Count - 1, meant.Count - 1, alike.Count - 1));
    }

    // When they can be offered something: a pause is no duty.
    static DateTime? From(Expert expert, DateTime now) => expert.Duty.FirstFrom(expert.PausedUntil > now ? expert.PausedUntil.Value : now);

    static bool Speaks(Expert expert, string? language) => language is null || expert.Languages.Count == 0 || expert.Languages.Contains(language);

    static NobodyBecause Why(List<Expert> able, List<Expert> unasked, int free) => (able.Count, unasked.Count, free) switch
    {
        (0, _, _) => NobodyBecause.NoExpert,
        (_, 0, _) => NobodyBecause.AllWereAsked,
        (_, _, 0) when unasked.TrueForAll(one => one.Load.Open >= one.Capacity) => NobodyBecause.AllAreFull,
        _ => NobodyBecause.NobodyOnDuty,
    };
}
