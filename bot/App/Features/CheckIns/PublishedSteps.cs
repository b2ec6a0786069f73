using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Publishing;

namespace ServiceCulture.Bot.Features.CheckIns;

/// <summary>How steady people feel: of a group one word.</summary>
public sealed class PublishedSteps : IPublished
{
    public const string Question = "balance";

    public Measure Measure => Measure.Balance;

    public IReadOnlyList<string> Questions { get; } = [Question];

    public Task<DateTime?> First(Db db, CancellationToken cancel) => db.CheckIns.MinAsync(one => (DateTime?)one.At, cancel);

    public async Task<IReadOnlyList<Given>> Between(Db db, IReadOnlyList<Guid> members, DateTime from, DateTime to, CancellationToken cancel) =>
        await db.CheckIns.AsNoTracking().Where(one => members.Contains(one.MemberId) && one.At >= from && one.At < to).Select(one => new Given(one.MemberId, Question, one.Step, 0)).ToListAsync(cancel);

    public int Step(string answer) => int.Parse(answer, CultureInfo.InvariantCulture);
}
