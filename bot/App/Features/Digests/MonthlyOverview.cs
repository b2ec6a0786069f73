using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Figures;
using ServiceCulture.Bot.Features.Kudos;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.Publishing;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Digests;
using ServiceCulture.Cards.Publishing;

namespace ServiceCulture.Bot.Features.Digests;

/// <summary>HR's month: whether the thing is used, and where it is short of people. Of the whole organisation only.</summary>
public sealed partial class MonthlyOverview : IDigest
{
    public DigestKind Kind => DigestKind.Overview;

    public bool IsFor(MemberInfo who) => Access.May(who, Right.SeeParticipation);

    public async Task<IReadOnlyDictionary<Guid, string>> Count(Db db, IReadOnlyList<DigestDue> due, DateTime now, CancellationToken cancel)
    {
        var counted = new Dictionary<WeekSpan, string>();
        foreach (var span in due.Select(one => one.Span).DistinctBy(one => (one.From, one.To)))
            counted[span] = JsonSerializer.Serialize(await Numbers(db, span, now, cancel), OverviewJson.Default.Overview);
        return due.ToDictionary(one => one.Member, one => counted.First(span => (span.Key.From, span.Key.To) == (one.Span.From, one.Span.To)).Value);
    }

    public Task<IReadOnlyList<Card>> Tell(Db db, IReadOnlyList<Digest> digests, DateTime now, CancellationToken cancel) => Task.FromResult<IReadOnlyList<Card>>(
        [.. digests.Select(digest => OverviewCard.Card(DigestRows.Row(digest), Words(JsonSerializer.Deserialize(digest.Numbers, OverviewJson.Default.Overview)!)))]);

    static async Task<Overview> Numbers(Db db, WeekSpan span, DateTime now, CancellationToken cancel)
    {
        var (kudos, givers, receivers) = await ReadingOwnKudos.Adoption(db, span.From, span.To, cancel);
        var participation = (await ReadingFigures.OfParticipation(db, 1, cancel)).Select(one => one.Share).FirstOrDefault();
        var (on, paused) = await ReadingProgrammes.Standing(db, cancel);
        var handled = (await ReadingHandling.LastOf(db, [GroupTree.Whole], cancel)).GetValueOrDefault(GroupTree.Whole);
        var findings = await ReadingFindings.Last(db, cancel);
        return new(span.First, span.Last.AddDays(6), span.IsSoFar)
        {
            People = await db.Members.CountAsync(one => one.LeftAt == null && one.MergedInto == null && !one.IsBot, cancel),
            Kudos = kudos,
            Givers = givers,
            Receivers = receivers,
            Participation = participation,
            On = on,
            Paused = paused,
            FirstTimeRight = handled?.Of(HandlingMeasure.FirstTimeRight)?.Value,
            Transfers = handled?.Of(HandlingMeasure.Transfers)?.Value,
            Repeated = handled?.Of(HandlingMeasure.Repeated)?.Value,
            Handled = handled is null ? [] : HandledRows.Kept(handled.Figures),
            ByTopic = handled is null ? [] : [.. (await ReadingHandling.ByTopic(db, handled.Window, cancel)).Select(one => new TopicTimes(one.Name, HandledRows.Kept(one.Figures))).Where(one => one.Times.Count > 0)],
            Short = [.. (await ShortOfExperts.Read(db, now, cancel)).Where(one => one.Experts < ShortOfExperts.Enough).Select(one => one.Name)],
            Asked = [.. findings?.KeepAsking.Select(one => new Asking(one.Name, one.Questions)) ?? []],
            Granted = [.. findings?.CouldDecide.Select(one => new Granting(one.Name, one.Percent)) ?? []],
            Undelivered = await db.Messages.CountAsync(one => one.DeadAt >= span.From && one.DeadAt < span.To, cancel),
        };
    }

    static OverviewWords Words(Overview of) => new(new(of.First, of.Last, ((of.Last.DayNumber - of.First.DayNumber) / 7) + 1, of.IsSoFar), of.People, of.Kudos, of.Givers, of.Receivers, of.Participation)
    {
        On = of.On,
        Paused = of.Paused,
        FirstTimeRight = of.FirstTimeRight,
        Transfers = of.Transfers,
        Repeated = of.Repeated,
        Times = HandledRows.Told(of.Handled),
        ByTopic = [.. of.ByTopic.SelectMany(topic => HandledRows.Told(topic.Times).Select(times => (topic.Topic, times))).OrderByDescending(one => one.times.Slowest).ThenBy(one => one.Topic, StringComparer.Ordinal)],
        Lacking = of.Short,
        Asked = FindingWords.ByTopic(of.Asked.Select(one => (one.Topic, one.Questions))),
        Granted = [.. of.Granted.Select(one => (one.Topic, one.Percent))],
        Undelivered = of.Undelivered,
    };

    internal sealed record Overview(DateOnly First, DateOnly Last, bool IsSoFar)
    {
        public int People { get; init; }
        public int Kudos { get; init; }
        public int Givers { get; init; }
        public int Receivers { get; init; }
        public Agreement? Participation { get; init; }
        public IReadOnlyList<string> On { get; init; } = [];
        public IReadOnlyList<string> Paused { get; init; } = [];
        public double? FirstTimeRight { get; init; }
        public double? Transfers { get; init; }
        public double? Repeated { get; init; }
        public IReadOnlyList<HandledCount> Handled { get; init; } = [];
        public IReadOnlyList<TopicTimes> ByTopic { get; init; } = [];
        public IReadOnlyList<string> Short { get; init; } = [];
        public IReadOnlyList<Asking> Asked { get; init; } = [];
        public IReadOnlyList<Granting> Granted { get; init; } = [];
        public int Undelivered { get; init; }
    }

    /// <param name="Topic">Null: none.</param>
    internal sealed record Asking(string? Topic, int Questions);

    /// <param name="Topic">Null: the small ones together.</param>
    internal sealed record Granting(string? Topic, int Percent);

    internal sealed record TopicTimes(string Topic, IReadOnlyList<HandledCount> Times);

    [JsonSerializable(typeof(Overview))]
    sealed partial class OverviewJson : JsonSerializerContext;
}
