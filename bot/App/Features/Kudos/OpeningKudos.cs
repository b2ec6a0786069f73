using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Kudos;

namespace ServiceCulture.Bot.Features.Kudos;

/// <summary>Opens the form: from a button (perhaps for a value or a person, perhaps with a draft) or from a message's menu.</summary>
public sealed class OpeningKudos(Register register, KudosForms forms, KudosChecks checks) : IAnswer<Incoming.Press>, IAnswer<Incoming.Menu>
{
    static readonly GiveKudos Blank = GiveKudos.Read(Answers.None);

    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel)
    {
        if (await Drafts.Find(turn.Db, what.Ticket.Row, turn.Who.Id, GiveKudos.Id, cancel) is { } draft)
            return await Open(GiveKudos.Read(draft), draft[Drafts.RowField], turn, cancel);
        var value = (await ValueBook.Read(register, cancel)).Find(what.Ticket.About.Row);
        var person = what.Ticket.Row == Guid.Empty ? null : await register.Member(what.Ticket.Row, cancel);
        return new Reply.Open(await forms.Form(Blank with { Values = value is null ? [] : [value.Id], To = Thankable(person, turn) }, turn, "", cancel));
    }

    public async Task<Outcome> Answer(Incoming.Menu what, Turn turn, CancellationToken cancel)
    {
        var author = what.Author is { } sender ? await register.ByAccount(what.From.Installation, sender.Id, cancel) : null;
        return new Reply.Open(await forms.Form(Blank with { To = Thankable(author, turn) }, turn, what.Link?.ToString() ?? "", cancel));
    }

    static string[] Thankable(MemberInfo? person, Turn turn) => person is { IsBot: false, HasLeft: false } && person.Id != turn.Who.Id ? [person.Id.ToString()] : [];

    // What was kept of a refused line is shown with the reasons, which may have changed meanwhile.
    async Task<Outcome> Open(GiveKudos draft, string link, Turn turn, CancellationToken cancel)
    {
        var to = await register.Members(draft.To.Select(id => Guid.TryParse(id, out var guid) ? guid : Guid.Empty), cancel);
        var form = await forms.Form(draft, turn, link, cancel);
        return new Reply.Open(draft.Words.Length == 0 ? form : form.Refused((await checks.Check(draft, to, turn, cancel)).Faults));
    }
}
