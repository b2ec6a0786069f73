using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Crisis;

namespace ServiceCulture.Bot.Features.Crisis;

/// <summary>HR reads, corrects, adds and confirms help lines, and words the programme.</summary>
public sealed class SettingHelpLines(Register register) : IAnswer<Incoming.Press>, ITake<HelpLines>, ITake<CountryLines>, ITake<EditHelpLine>
{
    const string Day = "yyyy-MM-dd";

    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel) =>
        Refusal(turn) ?? new Reply.Open(await First(new((await register.Policies(cancel)).CrisisProgramme, turn.Who.Country ?? ""), turn, cancel));

    public async Task<Outcome> Take(HelpLines form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        if (Refusal(turn) is { } refusal)
            return refusal;
        if (HelpLineChecks.Of(form) is { Count: > 0 } faults)
            return new Reply.Wrong((await First(form, turn, cancel)).Refused(faults));
        await SetProgramme(form.Programme, turn, cancel);
        if (form.Country.Length == 0)
            return new Reply.Whisper(HelpLines.Saved);
        var lines = await turn.Db.HelpLines.AsNoTracking().Where(line => line.Country == form.Country).OrderBy(line => line.Name).ThenBy(line => line.Number).ToListAsync(cancel);
        return new Reply.Next(CountryLines.Form(form.Country, [.. lines.Select(line => (line.Id, line.Name, line.Number.Length > 0 ? line.Number : line.Text, line.ConfirmedAt is not null))]));
    }

    public async Task<Outcome> Take(CountryLines form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        if (Refusal(turn) is { } refusal)
            return refusal;
        if (Guid.TryParse(form.Line, out var id) && await turn.Db.HelpLines.AsNoTracking().SingleOrDefaultAsync(line => line.Id == id, cancel) is { } found)
            return new Reply.Next(EditHelpLine.Form(found.Id.ToString(), found.Version, Describe(found)));
        var today = turn.Now.ToString(Day, CultureInfo.InvariantCulture);
        return new Reply.Next(EditHelpLine.Form(what.Ticket.About.Row, 0, new("", "", "", "", "", "", today, false)));
    }

    public async Task<Outcome> Take(EditHelpLine form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        if (Refusal(turn) is { } refusal)
            return refusal;
        var (row, version) = (what.Ticket.About.Row, what.Ticket.About.Version);
        var faults = HelpLineChecks.Of(form, turn.Now);
        if (faults.Count > 0)
            return new Reply.Wrong(EditHelpLine.Form(row, version, form).Refused(faults));
        if (what.Ticket.Row == Guid.Empty && await turn.Db.HelpLines.AnyAsync(one => one.Country == row && one.Name == form.Name && one.Number == form.Number && one.Text == form.Text, cancel))
            return new Reply.Wrong(EditHelpLine.Form(row, version, form).Refused(new Dictionary<string, Text>
            {
                [EditHelpLine.NameField] = $"This line is there already, so it was not added once more.",
            }));
        var line = what.Ticket.Row == Guid.Empty ? New(row, turn) : await turn.Db.HelpLines.SingleAsync(one => one.Id == what.Ticket.Row, cancel);
        if (version != 0 && line.Version != version)
            return new Reply.Wrong(EditHelpLine.Form(row, line.Version, form).Refused(new Dictionary<string, Text>
            {
                [EditHelpLine.NameField] = $"Somebody changed this line in the meantime. What you typed is kept here; save again to replace theirs.",
            }));
        Change(line, form, turn);
        return new Reply.Whisper(EditHelpLine.Saved(line.Name, line.ConfirmedAt is not null));
    }

    static void Change(HelpLine line, EditHelpLine form, Turn turn)
    {
        (line.Name, line.Number, line.Text, line.Hours, line.Language, line.Source) = (form.Name, form.Number, form.Text, form.Hours, form.Language, form.Source);
        line.AsOf = DateOnly.ParseExact(form.AsOf, Day, CultureInfo.InvariantCulture);
        var act = (form.IsConfirmed, line.ConfirmedAt) switch
        {
            (true, null) => "confirmed",
            (false, not null) => "hidden",
            _ => "edited",
        };
        line.ConfirmedBy = form.IsConfirmed ? turn.Who.Id : null;
        line.ConfirmedAt = form.IsConfirmed ? turn.Now : null;
        line.Version++;
        turn.Db.Audit.Add(new AuditEntry { At = turn.Now, Actor = turn.Who.Id, Act = EditHelpLine.Id, Row = $"{line.Id} {act}" });
    }

    static HelpLine New(string country, Turn turn)
    {
        var line = new HelpLine { Country = country, Name = "", Number = "", Text = "", Hours = "", Language = "", Source = "", AsOf = default, Origin = Origin.Own, Version = 0 };
        turn.Db.HelpLines.Add(line);
        return line;
    }

    static async Task<Form> First(HelpLines now, Turn turn, CancellationToken cancel) => HelpLines.Form(now,
        await turn.Db.HelpLines.CountAsync(line => line.ConfirmedAt != null, cancel), await turn.Db.HelpLines.CountAsync(cancel));

    static EditHelpLine Describe(HelpLine line) => new(line.Name, line.Number, line.Text, line.Hours, line.Language, line.Source,
        line.AsOf.ToString(Day, CultureInfo.InvariantCulture), line.ConfirmedAt is not null);

    static async Task SetProgramme(string words, Turn turn, CancellationToken cancel)
    {
        var row = await turn.Db.Policies.SingleOrDefaultAsync(policy => policy.Key == Policies.CrisisProgrammeKey, cancel);
        if ((row?.Value ?? "") == words)
            return;
        if (row is null)
            turn.Db.Policies.Add(row = new Policy { Key = Policies.CrisisProgrammeKey, Value = words });
        (row.Value, row.ChangedBy, row.ChangedAt) = (words, turn.Who.Id, turn.Now);
        turn.Db.Audit.Add(new AuditEntry { At = turn.Now, Actor = turn.Who.Id, Act = HelpLines.Id, Row = Policies.CrisisProgrammeKey });
    }

    static Outcome? Refusal(Turn turn) => Access.May(turn.Who, Right.ChangeTexts) ? null : (Outcome)Refusing.Word($"Only HR can change help lines, so nothing was changed.");
}
