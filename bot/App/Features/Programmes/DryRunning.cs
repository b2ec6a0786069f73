using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Cards.Programmes;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>Shows what a programme will send: for HR, and for the works council, who see rules and no person.</summary>
public sealed class DryRunning(IEnumerable<IAsking> kinds) : IAnswer<Incoming.Command>, IAnswer<Incoming.Press>
{
    public async Task<Outcome> Answer(Incoming.Command what, Turn turn, CancellationToken cancel)
    {
        if (Refusal(turn) is { } refusal)
            return refusal;
        var programmes = await turn.Db.Programmes.AsNoTracking().Where(one => one.State != ProgrammeState.Ended).OrderBy(one => one.Name).ToListAsync(cancel);
        var name = what.Words.Plain;
        var meant = name.Length > 0 ? programmes.Find(one => Folding.Key(one.Name) == Folding.Key(name)) : programmes.Count == 1 ? programmes[0] : null;
        if (meant is not null)
            return await Show(meant, turn, cancel);
        return new Reply.Whisper(name.Length > 0 ? DryRun.None(name.Length > 60 ? name[..60] + "…" : name) : DryRun.Pick([.. programmes.Select(one => (one.Id.ToString(), one.Name))], IsHr(turn)));
    }

    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel)
    {
        if (Refusal(turn) is { } refusal)
            return refusal;
        return await turn.Db.Programmes.AsNoTracking().SingleOrDefaultAsync(one => one.Id == what.Ticket.Row && one.State != ProgrammeState.Ended, cancel) is { } programme
            ? await Show(programme, turn, cancel)
            : Refusing.Word($"This programme has ended, so nothing more will be sent.");
    }

    async Task<Outcome> Show(Programme programme, Turn turn, CancellationToken cancel)
    {
        var (from, to) = (DateOnly.FromDateTime(turn.Now), DateOnly.FromDateTime(turn.Now + WorkLife.Fortnight).AddDays(-1));
        var state = (ProgrammeStanding)programme.State;
        var (zones, sampled) = await Foreseeing.Read(programme, day => kinds.FirstOrDefault(kind => kind.Kind == programme.Kind)?.CountsFor(day) ?? day, turn.Db, turn.Now, cancel);
        return new Reply.Whisper(DryRun.Of(programme.Name, state, from, to, zones, sampled, IsHr(turn)));
    }

    static bool IsHr(Turn turn) => Access.May(turn.Who, Right.ChangeRules);

    static Outcome? Refusal(Turn turn) => Access.May(turn.Who, Right.SeeRules) ? null : (Outcome)Refusing.Word($"Only HR and the works council can see this.");
}
