using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Kudos;

namespace ServiceCulture.Bot.Features.Kudos;

/// <summary>Takes a report from whoever may see the kudos; HR is told, and finds it in the console.</summary>
public sealed class ReportingKudos(Register register, TellingOfReports telling) : IAnswer<Incoming.Press>, ITake<ReportKudos>
{
    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel)
    {
        var (kudos, refusal) = await Find(what.Ticket.Row, turn, cancel);
        return kudos is null ? refusal! : new Reply.Open(ReportKudos.Form(kudos.Id, kudos.Audience is not KudosAudience.Public));
    }

    public async Task<Outcome> Take(ReportKudos form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        var (kudos, refusal) = await Find(what.Ticket.Row, turn, cancel);
        if (kudos is null)
            return refusal!;
        var faults = new Dictionary<string, Text>();
        if (!ReportKudos.Reasons.Contains(form.Reason))
            faults[ReportKudos.ReasonField] = $"Pick what comes closest.";
        if (form.Words.Length > ReportKudos.MostWords)
            faults[ReportKudos.WordsField] = $"That is {form.Words.Length} characters; at most {ReportKudos.MostWords} fit.";
        if (faults.Count > 0)
            return new Reply.Wrong(ReportKudos.Form(kudos.Id, kudos.Audience is not KudosAudience.Public).Refused(faults));
        var report = new KudosReport { KudosId = kudos.Id, ById = turn.Who.Id, Reason = form.Reason, Words = form.Words, At = turn.Now };
        turn.Db.Add(report);
        turn.Db.Add(new AuditEntry { At = turn.Now, Actor = turn.Who.Id, Act = ReportKudos.Id, Row = kudos.Id.ToString() });
        return new Outcome(Refusing.Word(ReportKudos.Sent), await telling.Of(report, turn, cancel));
    }

    async Task<(KudosGiven? Kudos, Outcome? Refusal)> Find(Guid id, Turn turn, CancellationToken cancel)
    {
        var kudos = await turn.Db.Kudos.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (kudos is null || !await Sees(kudos, turn, cancel))
            return (null, Refusing.Word($"There are no such kudos for you, so nothing was sent."));
        if (kudos.FromId == turn.Who.Id)
            return (null, Refusing.Word($"These are your own kudos. You can edit the words, or take them back within five minutes."));
        if (kudos.UndoneAt is not null || kudos.HiddenAt is not null)
            return (null, Refusing.Word($"These kudos are not shown any more, so nothing was sent."));
        return await turn.Db.KudosReports.AnyAsync(report => report.KudosId == id && report.ById == turn.Who.Id, cancel)
            ? (null, Refusing.Word($"You have reported these kudos already; HR has your words."))
            : (kudos, null);
    }

    async Task<bool> Sees(KudosGiven kudos, Turn turn, CancellationToken cancel)
    {
        if (kudos.Audience is KudosAudience.Public || kudos.FromId == turn.Who.Id)
            return true;
        var receipts = await turn.Db.KudosReceipts.AsNoTracking().Where(receipt => receipt.KudosId == kudos.Id).ToListAsync(cancel);
        if (receipts.Exists(receipt => receipt.ToId == turn.Who.Id))
            return true;
        var teams = await TeamTree.Read(register, cancel);
        return kudos.Audience is KudosAudience.ReceiversAndManagers && receipts.Exists(receipt => receipt.ToTeamId is { } team && Access.May(turn.Who, Right.SeeTeam, team, teams));
    }
}
