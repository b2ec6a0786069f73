using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Outbox;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>
/// A first card that has waited to be sent is not sent any more to whoever has chosen meanwhile or paused for good; nor is the word before the silence to whoever did something since.
/// What was held up arrives when a programme that runs may be heard: its person is at work, outside quiet hours and any pause.
/// </summary>
public abstract class UnsentWords(IEnumerable<IAsking> kinds, TimeProvider clock) : IAnswerUndelivered
{
    static readonly TimeSpan Later = TimeSpan.FromDays(1);

    public abstract string Prefix { get; }

    public Task<IReadOnlyList<Send>> Answer(Undelivered what, Db db, CancellationToken cancel) => Task.FromResult<IReadOnlyList<Send>>([]);

    public async Task<Fate> Decide(Message message, Db db, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (message.ForMember is not { } member || await PeopleToAsk.Read(db, [member], now, cancel) is not { } people || people.Find(member) is not { } who
            || (who.Participation is { } participation && (participation.PausedUntil == DateOnly.MaxValue || !Fits(participation))))
            return Fate.Withheld;
        var programmes = await db.Programmes.AsNoTracking().Where(one => one.State == ProgrammeState.On).ToListAsync(cancel);
        return Fate.From(programmes.Select(programme => Heard(programme, who, people, now)).Min() ?? now + Later, now);
    }

    private protected abstract bool Fits(Participation participation);

    // Null: not by this programme.
    DateTime? Heard(Programme programme, PeopleToAsk.Known who, PeopleToAsk people, DateTime now)
    {
        if (!Audience.Includes(programme, who.Info) || kinds.FirstOrDefault(kind => kind.Kind == programme.Kind) is not { } asking)
            return null;
        var life = people.LifeOf(who, asking.Feature);
        var from = who.Participation?.PausedUntil is { } until && until > DayOfWork.Of(life, now) ? LocalDay.Start(until, who.Info.Zone) : now;
        return WhenToAsk.MayHearAt(programme, life, from) is { } at && DayOfWork.Of(life, at) is var day && !(day < programme.From) && !(day > programme.To) ? at : null;
    }
}

public sealed class UnsentInvitations(IEnumerable<IAsking> kinds, TimeProvider clock) : UnsentWords(kinds, clock)
{
    public override string Prefix => "invite/";

    private protected override bool Fits(Participation participation) => participation.ChosenAt is null;
}

public sealed class UnsentFarewells(IEnumerable<IAsking> kinds, TimeProvider clock) : UnsentWords(kinds, clock)
{
    public override string Prefix => "silent/";

    private protected override bool Fits(Participation participation) => participation.IsSilent;
}
