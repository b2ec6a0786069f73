using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards;
using ServiceCulture.Cards.MyData;

namespace ServiceCulture.Bot.Features.MyData;

/// <summary>Shows a person what is kept of them, and gives them the way to take it along; for HR also the way to the rules.</summary>
public sealed class ShowingMyData(PersonalData personal, ExportLinks links, Register register) : IAnswer<Incoming.Command>, IAnswer<Incoming.Press>, ITake<ShowMyData>, ITake<TakeMyData>
{
    const int Entries = 10;

    public async Task<Outcome> Answer(Incoming.Command what, Turn turn, CancellationToken cancel) => new Reply.Open(await Form(turn, cancel));

    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel) => new Reply.Open(await Form(turn, cancel));

    public async Task<Outcome> Take(ShowMyData form, Incoming.Submit what, Turn turn, CancellationToken cancel) => form.Choice switch
    {
        ShowMyData.Export => await Export(turn, cancel),
        ShowMyData.Rules when Access.May(turn.Who, Right.ChangeRules) => new Reply.Next(PrivacyRules.Form(SettingPrivacyRules.InForce(await register.Policies(cancel)))),
        ShowMyData.Erase => new Reply.Next(EraseMyData.Form((await register.Policies(cancel)).KeyBackupDays)),
        _ => new Reply.Wrong((await Form(turn, cancel)).Refused(new Dictionary<string, Text> { [ShowMyData.ChoiceField] = ShowMyData.PickOne })),
    };

    public Task<Outcome> Take(TakeMyData form, Incoming.Submit what, Turn turn, CancellationToken cancel) => Task.FromResult(Outcome.Nothing);

    async Task<Outcome> Export(Turn turn, CancellationToken cancel)
    {
        if (await links.Make(turn, cancel) is not { } made)
            return new Reply.Next(TakeMyData.NoAddress);
        turn.Db.Audit.Add(new AuditEntry { At = turn.Now, Actor = turn.Who.Id, Act = "mydata.export", Row = turn.Who.Id.ToString(), About = turn.Who.Id });
        return new Reply.Next(TakeMyData.Form(made.Link, made.Code, made.Until));
    }

    async Task<Form> Form(Turn turn, CancellationToken cancel)
    {
        var audit = await AuditData.About(turn.Db, turn.Who.Id, Entries, cancel);
        return ShowMyData.Form(await personal.Tell(turn.Db, turn.Who.Id, cancel),
            [.. audit.Select(one => new AuditLine(one.At, one.Act, one.Actor == turn.Who.Id ? (Text)$"you" : one.By is null ? null : Text.Of(one.By)))], (await register.Policies(cancel)).PrivateDays, Access.May(turn.Who, Right.ChangeRules));
    }
}
