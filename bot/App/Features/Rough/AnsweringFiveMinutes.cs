using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Cards.Rough;

namespace ServiceCulture.Bot.Features.Rough;

/// <summary>"I'm coming" and "Not now" of the colleague, "Take it back" of the asker. The first word stands; a late press shows the card as it is.</summary>
public sealed class AnsweringFiveMinutes(FiveMinutesRequests requests) : IAnswer<Incoming.Press>
{
    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel)
    {
        var takesBack = what.Ticket.About.Id == FiveMinutesCard.TakeBackId;
        var one = await turn.Db.FiveMinutes.SingleOrDefaultAsync(request => request.Id == what.Ticket.Row, cancel);
        if (one is null || (takesBack ? one.FromId : one.ToId) != turn.Who.Id)
            return Refusing.Word($"This request is no longer there, or it isn't yours to answer, so nothing was changed.");
        if (takesBack)
            return await TakeBack(one, turn, cancel);
        return await Say(one, what.Ticket.About.Id == FiveMinutesCard.ComingId, turn, cancel);
    }

    async Task<Outcome> Say(FiveMinutes one, bool isComing, Turn turn, CancellationToken cancel)
    {
        if (one.State is not (FiveMinutesState.Asked or FiveMinutesState.Unanswered) || turn.Now > one.At + FiveMinutesRequests.Over)
            return new Reply.Replace(await requests.AtColleague(one, turn.Now, cancel));
        Move(one, isComing ? FiveMinutesState.Coming : FiveMinutesState.NotNow);
        var card = await requests.AtColleague(one, turn.Now, cancel);
        var news = await requests.ToAsker(one, "answer", isComing ? FiveMinutesCard.Coming : FiveMinutesCard.NotNow, cancel);
        return new Outcome(new Reply.Replace(card),
        [
            FiveMinutesRequests.Changed(FiveMinutesRequests.RequestKey(one), card),
            FiveMinutesRequests.Changed(FiveMinutesRequests.AskerKey(one), await requests.AtAsker(one, cancel)),
            .. news is null ? Array.Empty<Send>() : [news],
        ]);
    }

    async Task<Outcome> TakeBack(FiveMinutes one, Turn turn, CancellationToken cancel)
    {
        if (one.State is not (FiveMinutesState.Asked or FiveMinutesState.Unanswered))
            return new Reply.Replace(await requests.AtAsker(one, cancel));
        Move(one, FiveMinutesState.TakenBack);
        var card = await requests.AtAsker(one, cancel);
        return new Outcome(new Reply.Replace(card),
            FiveMinutesRequests.Changed(FiveMinutesRequests.AskerKey(one), card),
            FiveMinutesRequests.Changed(FiveMinutesRequests.RequestKey(one), await requests.AtColleague(one, turn.Now, cancel)));
    }

    static void Move(FiveMinutes one, FiveMinutesState state) => (one.State, one.Version) = (state, one.Version + 1);
}
