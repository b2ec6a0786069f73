using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Outbox;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>A first card that has waited to be sent is not sent any more to whoever has chosen or paused meanwhile; nor is the word before the silence to whoever did something since.</summary>
public abstract class UnsentWords(TimeProvider clock) : IAnswerUndelivered
{
    public abstract string Prefix { get; }

    public Task<IReadOnlyList<Send>> Answer(Undelivered what, Db db, CancellationToken cancel) => Task.FromResult<IReadOnlyList<Send>>([]);

    public async Task<bool> StillWants(string key, Db db, CancellationToken cancel)
    {
        var member = await db.Messages.Where(message => message.Key == key).Select(message => message.ForMember).SingleOrDefaultAsync(cancel);
        var zone = await db.Members.Where(one => one.Id == member).Select(one => one.Zone).SingleOrDefaultAsync(cancel);
        return await db.Participations.AsNoTracking().SingleOrDefaultAsync(one => one.MemberId == member, cancel) is not { } participation
            || (!(participation.PausedUntil > LocalDay.Of(clock.GetUtcNow().UtcDateTime, zone)) && Fits(participation));
    }

    private protected abstract bool Fits(Participation participation);
}

public sealed class UnsentInvitations(TimeProvider clock) : UnsentWords(clock)
{
    public override string Prefix => "invite/";

    private protected override bool Fits(Participation participation) => participation.ChosenAt is null;
}

public sealed class UnsentFarewells(TimeProvider clock) : UnsentWords(clock)
{
    public override string Prefix => "silent/";

    private protected override bool Fits(Participation participation) => participation.IsSilent;
}
