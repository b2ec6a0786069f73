using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.Publishing;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.Programmes;

namespace ServiceCulture.Bot.Features.CheckIns;

/// <summary>The question, by oneself or as asked; one press answers it, and the card says nothing of the step.</summary>
public sealed class CheckingIn(Vault vault) : IAnswer<Incoming.Command>, IAnswer<Incoming.Press>
{
    public async Task<Outcome> Answer(Incoming.Command what, Turn turn, CancellationToken cancel)
    {
        await Asks.Heard(turn.Db, turn.Who.Id, cancel);
        return new Reply.Whisper(await Inviting.Unchosen(turn, cancel) ?? CheckInCard.Question("", Publication.Fewest, PauseAsking.Button));
    }

    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel)
    {
        var (asked, step) = Read(what.Ticket.About.Row);
        if (step is 0 && what.Ticket.About.Id == CheckInCard.StepId)
            return Refusing.Forged;
        // Asked, it is gone with what was erased; come by themselves, nothing but the card says from when it is.
        if (Inviting.IsFromBeforeErasure(what, turn))
            return Refusing.Word(Invitation.Gone);
        var ask = asked is { } id ? await Asks.Find(turn.Db, id, cancel) : null;
        if (asked is not null && ask?.MemberId != turn.Who.Id)
            return Refusing.Word($"This question is no longer there, so nothing was kept. {new Hole.Typed("checkin")} opens a new one.");
        if (ask is { State: AskState.Answered })
            return Changed(ask, CheckInCard.Done());
        if (step is 0)
            return await NotToday(ask, turn, cancel);
        if (ask is { State: not AskState.Waiting } || ask?.Until < turn.Now)
            return Changed(ask, CheckInCard.Closed);
        var settled = await Asks.Settle(turn.Db, turn.Who, ProgrammeKind.CheckIn, AskState.Answered, turn.Now, cancel, ask);
        await Keep(step, settled.Day, turn, cancel);
        return Changed(settled, CheckInCard.Done(), settles: true);
    }

    static async Task<Outcome> NotToday(Ask? asked, Turn turn, CancellationToken cancel)
    {
        var settled = await Asks.Settle(turn.Db, turn.Who, ProgrammeKind.CheckIn, AskState.NotToday, turn.Now, cancel, asked);
        // Come by themselves after they answered: that stands, and so does its card.
        return Changed(settled.State is AskState.NotToday ? settled : null, CheckInCard.NotToday, settles: true);
    }

    // The step of the day, a night shift being one; the last one counts.
    async Task Keep(int step, DateOnly day, Turn turn, CancellationToken cancel)
    {
        var bytes = (await vault.FindOrMake(turn.Who.Id, cancel)).Seal(step.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (await turn.Db.CheckIns.SingleOrDefaultAsync(one => one.MemberId == turn.Who.Id && one.Day == day, cancel) is { } known)
            known.Step = bytes;
        else
            turn.Db.Add(new CheckIn { MemberId = turn.Who.Id, Day = day, At = turn.Now, Step = bytes });
    }

    // The card where it was pressed, and the message behind it, so that it stands so after a reload too; also where they
    // came by themselves while that one waited. Nor does a reminder go on saying that there is time.
    static Outcome Changed(Ask? ask, Card card, bool settles = false) => ask is { ProgrammeId: not null }
        ? new Outcome(new Reply.Replace(card), [Asks.Changed(Asks.Key(ask.Id), card), .. settles ? [Asks.Changed(Asks.ReminderKey(ask.Id), CheckInCard.Reminded)] : Array.Empty<Send>()])
        : new Reply.Replace(card);

    static (Guid? Ask, int Step) Read(string row)
    {
        var parts = row.Split('/');
        var step = parts.Length == 2 && int.TryParse(parts[1], out var number) && number is >= CheckInCard.Lowest and <= CheckInCard.Highest ? number : 0;
        return (Guid.TryParse(parts[0], out var id) ? id : null, step);
    }
}
