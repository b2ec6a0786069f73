using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Digests;

namespace ServiceCulture.Bot.Features.Digests;

/// <summary>Somebody chooses when and how often their own digests come, pauses them, or wants them again. In force with the commit.</summary>
public sealed class SettingDigests : IAnswer<Incoming.Press>, ITake<DigestTimes>
{
    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel)
    {
        if (Own(what.Ticket, turn) is not { } kind)
            return NotTheirs;
        var plan = await Plan(turn, kind, cancel);
        if (what.Ticket.About.Id == DigestTimes.OpenId)
            return new Reply.Open(Form(what.Ticket.About.Row, plan, Standing(plan)) with { Reopens = what.Ticket.About });
        plan.IsPaused = what.Ticket.About.Id == DigestButtons.PauseId;
        return new Reply.Whisper(Changed(plan, turn) is { } next ? DigestButtons.Saved(next) : DigestButtons.Paused(what.Ticket.About.Row));
    }

    public async Task<Outcome> Take(DigestTimes form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        if (Own(what.Ticket, turn) is not { } kind)
            return NotTheirs;
        var plan = await Plan(turn, kind, cancel);
        if (Faults(form, kind) is { Count: > 0 } faults)
            return new Reply.Wrong(Form(what.Ticket.About.Row, plan, form).Refused(faults));
        plan.IsPaused = form.Often == DigestTimes.Never;
        if (!plan.IsPaused)
            plan.Rhythm = Enum.Parse<Rhythm>(form.Often, ignoreCase: true);
        (plan.Day, plan.Minute) = (Enum.Parse<DayOfWeek>(form.Day, ignoreCase: true), Minute(form.Time)!.Value);
        return new Reply.Whisper(Changed(plan, turn) is { } next ? DigestButtons.Saved(next) : DigestButtons.Paused(what.Ticket.About.Row));
    }

    // A deputy's card stands for somebody else's digests: those are not theirs to set.
    static DigestKind? Own(Ticket ticket, Turn turn) => DigestRows.Read(ticket.About.Row) is { } row && row.Member == turn.Who.Id ? row.Kind : null;

    static Outcome NotTheirs => Refusing.Word($"These are somebody else's digests, so nothing was changed.");

    static async Task<DigestPlan> Plan(Turn turn, DigestKind kind, CancellationToken cancel)
    {
        var plan = await turn.Db.DigestPlans.SingleOrDefaultAsync(one => one.MemberId == turn.Who.Id && one.Kind == kind, cancel);
        if (plan is null)
            turn.Db.Add(plan = MeetingReaders.New(turn.Who.Id, turn.Who.Zone, kind, turn.Now));
        return plan;
    }

    static DateTime? Changed(DigestPlan plan, Turn turn)
    {
        plan.Version++;
        return plan.NextAt = plan.IsPaused ? null : WhenDue.Next(plan, turn.Who.Zone, turn.Now);
    }

    static Form Form(string row, DigestPlan plan, DigestTimes stands) => DigestTimes.Form(row, stands, Choices(plan.Kind));

    static string[] Choices(DigestKind kind) => kind switch
    {
        DigestKind.Manager => [DigestTimes.Weekly, DigestTimes.Fortnightly, DigestTimes.Monthly, DigestTimes.Never],
        DigestKind.Recap => [DigestTimes.Weekly, DigestTimes.Never],
        _ => [DigestTimes.Monthly, DigestTimes.Never],
    };

    static DigestTimes Standing(DigestPlan plan) => new(
        plan.IsPaused ? DigestTimes.Never : plan.Rhythm switch { Rhythm.Fortnightly => DigestTimes.Fortnightly, Rhythm.Monthly => DigestTimes.Monthly, _ => DigestTimes.Weekly },
        DigestTimes.Days[((int)plan.Day + 6) % 7],
        new TimeOnly(plan.Minute / 60, plan.Minute % 60).ToString("HH:mm", CultureInfo.InvariantCulture));

    static Dictionary<string, Text> Faults(DigestTimes form, DigestKind kind)
    {
        var faults = new Dictionary<string, Text>();
        if (!Choices(kind).Contains(form.Often))
            faults[DigestTimes.OftenField] = $"Please pick one.";
        if (!DigestTimes.Days.Contains(form.Day))
            faults[DigestTimes.DayField] = $"Please pick a day.";
        if (Minute(form.Time) is null)
            faults[DigestTimes.TimeField] = $"A time like 10:00, please.";
        return faults;
    }

    static int? Minute(string time) => TimeOnly.TryParseExact(time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? (at.Hour * 60) + at.Minute : null;
}
