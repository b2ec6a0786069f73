using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Outbox;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>
/// A question or reminder that has waited to be sent is not sent any more once it is answered, its time is over, or its
/// person paused: also where that happened while the job was writing it. One that was held up does not arrive after the shift
/// either (a pulse's not after its week), nor once HR paused or ended its programme; it closes with its time, uncounted. Quiet hours put it off.
/// </summary>
public sealed class UnsentAsks(IEnumerable<IAsking> kinds, TimeProvider clock) : IAnswerUndelivered
{
    public string Prefix => "ask/";

    public Task<IReadOnlyList<Send>> Answer(Undelivered what, Db db, CancellationToken cancel) => Task.FromResult<IReadOnlyList<Send>>([]);

    public async Task<Fate> Decide(Message message, Db db, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (!Guid.TryParse(message.Key.Split('/')[1], out var id) || await db.Asks.AsNoTracking().SingleOrDefaultAsync(ask => ask.Id == id, cancel) is not { State: AskState.Waiting } ask || ask.Until <= now)
            return Fate.Withheld;
        var people = await PeopleToAsk.Read(db, [ask.MemberId], now, cancel);
        if (kinds.FirstOrDefault(kind => kind.Kind == ask.Kind) is not { } asking || people.Find(ask.MemberId) is not { } who || people.LifeOf(who, asking.Feature) is not { } life
            || Wish.Of(who.Participation)?.Allows(DayOfWork.Of(life, now)) is not true)
            return Fate.Withheld;
        return await db.Programmes.AsNoTracking().SingleOrDefaultAsync(one => one.Id == ask.ProgrammeId, cancel) is { State: ProgrammeState.On } programme
            && WhenToAsk.MayHearAt(programme, life, now) is { } at && at < ask.Until && asking.CountsFor(DayOfWork.Of(life, at)) == ask.Day ? Fate.From(at, now) : Fate.Withheld;
    }
}
