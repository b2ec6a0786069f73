using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.Publishing;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Programmes;
using ServiceCulture.Cards.Pulse;

namespace ServiceCulture.Bot.Features.Pulse;

/// <summary>One press is an answer; until its time is over another press changes it. The card says nothing of what was pressed.</summary>
public sealed class AnsweringPulse(Vault vault, Register register) : IAnswer<Incoming.Press>
{
    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel)
    {
        var (id, press) = (what.Ticket.About.Id, Pressed.Read(what.Ticket.About.Row));
        if (press is null || id == PulseCard.AnswerId && press.Statement is null)
            return Refusing.Forged;
        if (await Asks.Find(turn.Db, press.Ask, cancel) is not { Kind: ProgrammeKind.Pulse } ask || ask.MemberId != turn.Who.Id)
            return Refusing.Word($"These statements are no longer there, so nothing was kept. The next ones come with the next pulse.");
        if (ask.Until < turn.Now || ask.State is AskState.Closed)
            return Changed(ask, PulseCard.Closed);
        if (id == PulseCard.NotThisWeekId && ask.State is AskState.Waiting)
            return await NotThisWeek(ask, turn, cancel);
        if (ask.State is AskState.NotToday)
            return Changed(ask, PulseCard.NotThisWeek);
        if (id != PulseCard.AnswerId)
            return Changed(ask, await AsItStands(ask, await Kept(ask, turn, cancel), isDone: id != PulseCard.ChangeId, cancel));
        var isFirst = ask.State is AskState.Waiting;
        var changed = Changed(ask, await Keep(ask, press, turn, cancel));
        return isFirst ? Reminded(ask, changed) : changed;
    }

    static async Task<Outcome> NotThisWeek(Ask ask, Turn turn, CancellationToken cancel)
    {
        Asks.NotToday(ask);
        await Asks.Heard(turn.Db, turn.Who.Id, cancel);
        return Reminded(ask, Changed(ask, PulseCard.NotThisWeek));
    }

    // An answer belongs to the moment at which it was first given: changed after a window's end, it does not wander into the next one.
    async Task<Card> Keep(Ask ask, Pressed press, Turn turn, CancellationToken cancel)
    {
        var bytes = (await vault.FindOrMake(turn.Who.Id, cancel)).Seal(press.Answer is PulseCard.Yes ? PulseAnswer.Yes : PulseAnswer.No);
        var kept = await Kept(ask, turn, cancel);
        if (kept.Add(press.Statement!))
            turn.Db.Add(new PulseAnswer { AskId = ask.Id, Statement = press.Statement!, MemberId = turn.Who.Id, At = turn.Now, Agrees = bytes });
        else
            (await turn.Db.PulseAnswers.SingleAsync(one => one.AskId == ask.Id && one.Statement == press.Statement, cancel)).Agrees = bytes;
        Asks.Answered(ask);
        await Asks.Heard(turn.Db, turn.Who.Id, cancel);
        return await AsItStands(ask, kept, isDone: true, cancel);
    }

    static Task<HashSet<string>> Kept(Ask ask, Turn turn, CancellationToken cancel) =>
        turn.Db.PulseAnswers.Where(one => one.AskId == ask.Id).Select(one => one.Statement).ToHashSetAsync(cancel);

    async Task<Card> AsItStands(Ask ask, HashSet<string> kept, bool isDone, CancellationToken cancel) => isDone && PulseStatements.Ids.All(kept.Contains)
        ? PulseCard.Done(ask.Id.ToString(), ask.Until)
        : PulseCard.Question(ask.Id.ToString(), ask.Until, kept, Publication.Fewest, ask.ProgrammeId is { } programme ? await Prompts.Statements(register, programme, cancel) : null, PauseAsking.Button);

    // The card where it was pressed, and the message behind it, so that it stands so after a reload too.
    static Outcome Changed(Ask ask, Card card) => new(new Reply.Replace(card), Asks.Changed(Asks.Key(ask.Id), card));

    // With the first word of theirs there is nothing to be reminded of.
    static Outcome Reminded(Ask ask, Outcome outcome) => outcome with { Sends = [.. outcome.Sends, Asks.Changed(Asks.ReminderKey(ask.Id), PulseCard.Reminded)] };

    sealed record Pressed(Guid Ask, string? Statement, string? Answer)
    {
        internal static Pressed? Read(string row) => row.Split('/') switch
        {
            [var ask] when Guid.TryParse(ask, out var id) => new(id, null, null),
            [var ask, var statement, PulseCard.Yes or PulseCard.No] parts when Guid.TryParse(ask, out var id) && PulseStatements.Ids.Contains(statement) => new(id, statement, parts[2]),
            _ => null,
        };
    }
}
