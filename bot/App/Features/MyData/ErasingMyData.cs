using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards;
using ServiceCulture.Cards.MyData;

namespace ServiceCulture.Bot.Features.MyData;

/// <summary>
/// Erases: the key first, so that whatever happens next nothing private can be read any more; then the rows, with the
/// moment, from which on forms that were opened before keep nothing.
/// </summary>
public sealed class ErasingMyData(PersonalData personal, Register register) : ITake<EraseMyData>, ITake<MyDataErased>
{
    public async Task<Outcome> Take(EraseMyData form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        var backupDays = (await register.Policies(cancel)).KeyBackupDays;
        if (!form.IsConfirmed)
            return new Reply.Wrong(EraseMyData.Form(backupDays).Filled(what.Answers).Refused(new Dictionary<string, Text> { [EraseMyData.ConfirmationField] = EraseMyData.NotConfirmed }));
        await personal.Erase(turn.Db, turn.Who.Id, new Erasure(form.Name != EraseMyData.AColleague, Tickets.Moment(turn.Now)), cancel);
        turn.Db.Audit.Add(new AuditEntry { At = turn.Now, Actor = turn.Who.Id, Act = EraseMyData.Id, Row = turn.Who.Id.ToString(), About = turn.Who.Id });
        return new Reply.Next(MyDataErased.Form(backupDays));
    }

    public Task<Outcome> Take(MyDataErased form, Incoming.Submit what, Turn turn, CancellationToken cancel) => Task.FromResult(Outcome.Nothing);
}
