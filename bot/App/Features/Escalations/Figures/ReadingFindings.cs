using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Publishing;

namespace ServiceCulture.Bot.Features.Escalations.Figures;

/// <summary>What the questions of one window taught, the whole organisation over.</summary>
/// <param name="TooFewDecided">Names of topics of which nothing is said alone, because too few people decided.</param>
public sealed record Findings(PublicationWindow Window, IReadOnlyList<KeptAsking> KeepAsking, IReadOnlyList<CouldDecide> CouldDecide, IReadOnlyList<string> TooFewDecided);

/// <summary>What digest and console may read of what questions taught: frozen findings, so that all show the same.</summary>
public static class ReadingFindings
{
    /// <summary>Those of the last frozen window, in their order. Null: no window is frozen yet.</summary>
    public static async Task<Findings?> Last(Db db, CancellationToken cancel)
    {
        if (await db.HandlingFigures.MaxAsync(figure => (int?)figure.Window, cancel) is not { } last)
            return null;
        var rows = await db.QuestionFindings.AsNoTracking().Where(one => one.Window == last).OrderBy(one => one.Kind).ThenBy(one => one.Number).ToListAsync(cancel);
        var names = await Names(db, [.. rows.Select(one => one.TopicId).OfType<Guid>()], cancel);
        return new(new(last),
            [.. rows.Where(one => one.Kind is FindingKind.KeepAsking).Select(one => new KeptAsking(one.TopicId, one.TopicId is { } topic ? names.GetValueOrDefault(topic) : null, one.Amount, one.QuestionId ?? Guid.Empty))],
            [.. rows.Where(one => one.Kind is FindingKind.CouldDecide && (one.TopicId is not { } topic || names.ContainsKey(topic))).Select(one => new CouldDecide(one.TopicId, one.TopicId is { } topic ? names[topic] : null, one.Amount))],
            [.. rows.Where(one => one.Kind is FindingKind.TooFewDecided && one.TopicId is { } topic && names.ContainsKey(topic)).Select(one => names[one.TopicId!.Value])]);
    }

    /// <summary>What topics are called now.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> Names(Db db, IReadOnlyCollection<Guid> topics, CancellationToken cancel) => topics.Count == 0
        ? new Dictionary<Guid, string>()
        : await db.Topics.AsNoTracking().Where(topic => topics.Contains(topic.Id)).ToDictionaryAsync(topic => topic.Id, topic => topic.Name, cancel);
}
