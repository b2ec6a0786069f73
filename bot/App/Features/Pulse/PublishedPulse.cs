using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Publishing;
using ServiceCulture.Cards.Pulse;

namespace ServiceCulture.Bot.Features.Pulse;

/// <summary>The statements: of a group, how many agree, in steps of a fifth.</summary>
public sealed class PublishedPulse : IPublished
{
    public Measure Measure => Measure.Agreement;

    public IReadOnlyList<string> Questions => PulseStatements.Ids;

    public Task<DateTime?> First(Db db, CancellationToken cancel) => db.PulseAnswers.MinAsync(one => (DateTime?)one.At, cancel);

    public async Task<IReadOnlyList<Given>> Between(Db db, IReadOnlyList<Guid> members, DateTime from, DateTime to, CancellationToken cancel) =>
        await db.PulseAnswers.AsNoTracking().Where(one => members.Contains(one.MemberId) && one.At >= from && one.At < to).Select(one => new Given(one.MemberId, one.Statement, one.Agrees, 0)).ToListAsync(cancel);

    public int Step(string answer) => answer == PulseAnswer.Yes ? 5 : 1;
}
