using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Publishing;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>How many of those who were asked answered at least once: of the whole organisation only, in steps of a fifth, under the same rules as any figure.</summary>
public sealed class PublishedParticipation : IPublished
{
    public Measure Measure => Measure.Agreement;

    public IReadOnlyList<string> Questions { get; } = [ReadingFigures.Participation];

    public bool ByGroup => false;

    public Task<DateTime?> First(Db db, CancellationToken cancel) => db.Asks.MinAsync(one => (DateTime?)one.At, cancel);

    public async Task<IReadOnlyList<Given>> Between(Db db, IReadOnlyList<Guid> members, DateTime from, DateTime to, CancellationToken cancel)
    {
        var asked = await db.Asks.AsNoTracking().Where(one => members.Contains(one.MemberId) && one.At >= from && one.At < to)
            .GroupBy(one => one.MemberId).Select(own => new { own.Key, Answered = own.Max(one => one.State == AskState.Answered ? 1 : 0) }).ToListAsync(cancel);
        return [.. asked.Select(own => new Given(own.Key, ReadingFigures.Participation, null, own.Answered == 1 ? 5 : 1))];
    }
}
