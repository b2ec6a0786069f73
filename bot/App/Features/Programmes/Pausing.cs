using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Programmes;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>
/// Somebody says when they want to be asked, and when not. In force with the commit: the job looks before it asks or
/// reminds, what waits unsent is withheld, and what stands there unanswered is closed.
/// </summary>
public sealed class Pausing(IEnumerable<IAsking> kinds) : IAnswer<Incoming.Command>, IAnswer<Incoming.Press>, ITake<PauseAsking>, ITake<PauseTaken>
{
    public Task<Outcome> Answer(Incoming.Command what, Turn turn, CancellationToken cancel) => Open(turn, cancel);

    public Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel) => Open(turn, cancel);

    public async Task<Outcome> Take(PauseAsking form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        var known = await Known(turn, cancel);
        var today = await DayOfWork.Find(turn.Db, turn.Who, turn.Now, cancel);
        if (PauseChecks.Faults(form, known.Taking, today) is { Count: > 0 } faults)
            return new Reply.Wrong(PauseAsking.Form(Stands(known, today), form).Refused(faults));
        var participation = await Choices.Of(turn, cancel);
        Write(form, participation, turn, today);
        return new Outcome(new Reply.Next(PauseTaken.Form(Stands(participation, today))), await TakeBack(participation, turn, today, cancel));
    }

    public Task<Outcome> Take(PauseTaken form, Incoming.Submit what, Turn turn, CancellationToken cancel) => Task.FromResult(Outcome.Nothing);

    static async Task<Outcome> Open(Turn turn, CancellationToken cancel)
    {
        var known = await Known(turn, cancel);
        var today = await DayOfWork.Find(turn.Db, turn.Who, turn.Now, cancel);
        var pause = IsPaused(known, today) ? known.PausedUntil : null;
        var now = new PauseAsking(
            pause is null ? PauseAsking.NotNow : pause == DateOnly.MaxValue ? PauseAsking.ForGood : PauseAsking.Until,
            pause is { } day && day != DateOnly.MaxValue ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "",
            PauseChecks.When(known.Taking), PauseChecks.Time(known.OwnMinute), PauseChecks.Days(known.OwnDays));
        return new Reply.Open(PauseAsking.Form(Stands(known, today), now));
    }

    static async Task<Participation> Known(Turn turn, CancellationToken cancel) =>
        await turn.Db.Participations.AsNoTracking().SingleOrDefaultAsync(one => one.MemberId == turn.Who.Id, cancel) ?? new Participation { MemberId = turn.Who.Id };

    static void Write(PauseAsking form, Participation participation, Turn turn, DateOnly today)
    {
        var taking = PauseChecks.Taking(form.When, participation.Taking);
        if (form.When.Length > 0)
            participation.ChosenAt ??= turn.Now;
        (participation.Taking, participation.PausedUntil) = (participation.Taking is Taking.No && taking is Taking.OnMyOwn ? Taking.No : taking, PauseChecks.PausedUntil(form, today));
        (participation.OwnMinute, participation.OwnDays) = (PauseChecks.Minute(form.OwnTime), PauseChecks.Days(form.OwnDays));
        Choices.Changed(participation, turn);
    }

    // What is open and may not be asked any more.
    async Task<List<Send>> TakeBack(Participation participation, Turn turn, DateOnly today, CancellationToken cancel)
    {
        var sends = new List<Send>();
        if (Wish.Of(participation)?.Allows(today) is true)
            return sends;
        foreach (var ask in await turn.Db.Asks.Where(ask => ask.MemberId == turn.Who.Id && ask.State == AskState.Waiting).ToListAsync(cancel))
        {
            (ask.State, ask.RemindAt, ask.Version) = (AskState.NotToday, null, ask.Version + 1);
            var key = Asks.Key(ask.Id);
            if (kinds.FirstOrDefault(kind => kind.Kind == ask.Kind) is { } asking
                && await turn.Db.Programmes.AsNoTracking().SingleOrDefaultAsync(one => one.Id == ask.ProgrammeId, cancel) is { } programme
                && await turn.Db.Messages.AnyAsync(message => message.Key == key && message.SentRevision > 0, cancel))
                sends.AddRange(asking.Close(new Asked(ask, programme, turn.Who, new Address(0, PlaceKind.Person, ""))), Asks.Changed(Asks.ReminderKey(ask.Id), asking.Reminded));
        }
        return sends;
    }

    static bool IsPaused(Participation participation, DateOnly today) => participation.PausedUntil > today;

    static Text Stands(Participation participation, DateOnly today)
    {
        var until = IsPaused(participation, today) ? participation.PausedUntil : null;
        return PauseAsking.Stands(PauseChecks.When(participation.Taking), until, until == DateOnly.MaxValue, participation.IsSilent);
    }
}
