using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Outbox;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>
/// A question or reminder that has waited to be sent is not sent any more once it is answered, its time is over, or its
/// person paused: also where that happened while the job was writing it. One that was held up does not arrive in quiet hours
/// or after the shift either, nor once HR paused or ended its programme; it closes with its time, uncounted.
/// </summary>
public sealed class UnsentAsks(IEnumerable<IAsking> kinds, TimeProvider clock) : IAnswerUndelivered
{
    // The job looked at shift and quiet hours as it wrote it.
    static readonly TimeSpan Fresh = TimeSpan.FromMinutes(2);

    public string Prefix => "ask/";

    public Task<IReadOnlyList<Send>> Answer(Undelivered what, Db db, CancellationToken cancel) => Task.FromResult<IReadOnlyList<Send>>([]);

    public async Task<bool> StillWants(string key, Db db, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (!Guid.TryParse(key.Split('/')[1], out var id) || await db.Asks.AsNoTracking().SingleOrDefaultAsync(ask => ask.Id == id, cancel) is not { State: AskState.Waiting } ask || ask.Until <= now)
            return false;
        var participation = await db.Participations.AsNoTracking().SingleOrDefaultAsync(one => one.MemberId == ask.MemberId, cancel);
        var zone = await db.Members.Where(member => member.Id == ask.MemberId).Select(member => member.Zone).SingleOrDefaultAsync(cancel);
        return Wish.Of(participation)?.Allows(LocalDay.Of(now, zone)) is true && ((key == Asks.Key(id) && now - ask.At <= Fresh) || await MayHear(ask, db, now, cancel));
    }

    async Task<bool> MayHear(Ask ask, Db db, DateTime now, CancellationToken cancel) =>
        kinds.FirstOrDefault(kind => kind.Kind == ask.Kind) is { } asking
        && await PeopleToAsk.Read(db, [ask.MemberId], now, cancel) is var people && people.Find(ask.MemberId) is { } who
        && (await db.Programmes.AsNoTracking().SingleOrDefaultAsync(one => one.Id == ask.ProgrammeId, cancel) is not { } programme || (programme.State is ProgrammeState.On && WhenToAsk.MayHear(programme, people.LifeOf(who, asking.Feature), now)));
}
