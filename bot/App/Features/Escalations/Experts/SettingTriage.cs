using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Bot.Features.Escalations.Experts;

/// <summary>HR keeps the triage rota: who looks at what fits no topic, from when to when.</summary>
public sealed class SettingTriage(Register register) : IAnswer<Incoming.Press>, ITake<TriageRota>, ITake<EditTurn>
{
    static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel) => ForHr.Refusal(turn) ?? new Reply.Open(await All(turn, cancel));

    public async Task<Outcome> Take(TriageRota form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        if (ForHr.Refusal(turn) is { } refusal)
            return refusal;
        if (form.Turn == TriageRota.New)
            return new Reply.Next(await Form(TriageRota.New, new("", "", "", "", "", false), turn, cancel));
        return Guid.TryParse(form.Turn, out var id) && await turn.Db.TriageTurns.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancel) is { } found
            ? new Reply.Next(await Form(form.Turn, await Read(found, cancel), turn, cancel))
            : new Reply.Wrong((await All(turn, cancel)).Refused(ForHr.Fault(TriageRota.TurnField, $"Which turn? Please pick one.")));
    }

    public async Task<Outcome> Take(EditTurn form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        if (ForHr.Refusal(turn) is { } refusal)
            return refusal;
        var row = what.Ticket.About.Row;
        var known = row == TriageRota.New ? null : await turn.Db.TriageTurns.SingleOrDefaultAsync(one => one.Id == what.Ticket.Row, cancel);
        if (known is null && row != TriageRota.New)
            return Refusing.Word($"This turn is no longer there, so nothing was changed.");
        if (form.TakesOut && known is not null)
        {
            turn.Db.TriageTurns.Remove(known);
            Note(turn, known, "out");
            return new Reply.Whisper(EditTurn.TakenOut);
        }
        var who = Guid.TryParse(form.Person, out var id) ? await register.Member(id, cancel) : null;
        var (from, to) = (Moment(form.FromDay, form.FromTime, who), Moment(form.ToDay, form.ToTime, who));
        var faults = Faults(form, who, from, to, turn.Now);
        if (faults.Count == 0 && await turn.Db.TriageTurns.AnyAsync(one => one.MemberId == who!.Id && one.From < to && one.To > from && (known == null || one.Id != known.Id), cancel))
            faults = ForHr.Fault(EditTurn.FromDayField, $"{who!.Name} is on triage at that time already.");
        if (faults.Count > 0)
            return new Reply.Wrong((await Form(row, form, turn, cancel)).Refused(faults));
        if (known is not null)
            turn.Db.TriageTurns.Remove(known);
        Note(turn, turn.Db.TriageTurns.Add(new TriageTurn { MemberId = who!.Id, From = from!.Value, To = to!.Value }).Entity, "set");
        return new Reply.Whisper(EditTurn.Saved(who.Person, from.Value, to.Value));
    }

    static Dictionary<string, Text> Faults(EditTurn form, MemberInfo? who, DateTime? from, DateTime? to, DateTime now)
    {
        var faults = new Dictionary<string, Text>();
        if (who is null or { IsBot: true } or { HasLeft: true })
            faults[EditTurn.PersonField] = $"Please pick somebody from the list.";
        Day(EditTurn.FromDayField, form.FromDay, EditTurn.FromTimeField, form.FromTime);
        Day(EditTurn.ToDayField, form.ToDay, EditTurn.ToTimeField, form.ToTime);
        if (faults.Count == 0 && to <= from)
            faults[EditTurn.ToDayField] = $"This is not after the beginning.";
        else if (faults.Count == 0 && to - from > Longest)
            faults[EditTurn.ToDayField] = $"At most 31 days in one turn, please.";
        else if (faults.Count == 0 && to <= now)
            faults[EditTurn.ToDayField] = $"This is over already.";
        return faults;

        void Day(string dayField, string day, string timeField, string time)
        {
            if (ProgrammeForms.On(day) is null)
                faults[dayField] = $"A day, please, such as 2026-11-24.";
            if (ProgrammeForms.Minutes(time) is null)
                faults[timeField] = $"A time, please, such as 09:00.";
        }
    }

    static DateTime? Moment(string day, string time, MemberInfo? who) => ProgrammeForms.On(day) is { } on && ProgrammeForms.Minutes(time) is { } minute ? WallClock.At(on, minute, LocalDay.Zone(who?.Zone)) : null;

    async Task<EditTurn> Read(TriageTurn row, CancellationToken cancel)
    {
        var zone = LocalDay.Zone((await register.Member(row.MemberId, cancel))?.Zone);
        var (from, to) = (TimeZoneInfo.ConvertTimeFromUtc(row.From, zone), TimeZoneInfo.ConvertTimeFromUtc(row.To, zone));
        return new(row.MemberId.ToString(), Day(from), Time(from), Day(to), Time(to), false);

        static string Day(DateTime at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        static string Time(DateTime at) => at.ToString("HH':'mm", CultureInfo.InvariantCulture);
    }

    static async Task<Form> Form(string row, EditTurn now, Turn turn, CancellationToken cancel) =>
        EditTurn.Form(row, now, await SettingTopicExperts.People(turn.Db, now.Person.Length > 0 ? [now.Person] : [], cancel));

    static async Task<Form> All(Turn turn, CancellationToken cancel)
    {
        var turns = await (from one in turn.Db.TriageTurns.AsNoTracking()
                           join member in turn.Db.Members.AsNoTracking() on one.MemberId equals member.Id
                           where one.To > turn.Now
                           orderby one.From, member.NameKey
                           select new { one.Id, member.Name, one.From, one.To }).Take(TriageRota.Most).ToListAsync(cancel);
        return TriageRota.Form([.. turns.Select(one => (one.Id, one.Name, one.From, one.To))], turns.Exists(one => one.From <= turn.Now));
    }

    static void Note(Turn turn, TriageTurn one, string what) => turn.Db.Audit.Add(new AuditEntry { At = turn.Now, Actor = turn.Who.Id, Act = EditTurn.Id, Row = $"{one.Id} {what}", About = one.MemberId });
}
