using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Bot.Features.Escalations;

/// <summary>A conversation that is too long for a card, for those who have to do with the question: page by page, the latest first.</summary>
public sealed class ReadingAll(QuestionViews views) : IAnswer<Incoming.Press>, ITake<ReadAll>
{
    static Outcome NotYours => Refusing.Word($"This question is no longer there, or it isn't yours to read.");

    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel) =>
        await Conversing.Find(what.Ticket.Row, turn, cancel) is { } question ? new Reply.Open(await Page(question, int.MaxValue, turn, cancel)) : NotYours;

    public async Task<Outcome> Take(ReadAll form, Incoming.Submit what, Turn turn, CancellationToken cancel) =>
        await Conversing.Find(what.Ticket.Row, turn, cancel) is not { } question ? NotYours
        : what.Ticket.About.Version > 0 ? new Reply.Next(await Page(question, what.Ticket.About.Version, turn, cancel))
        : new Reply.None();

    async Task<Cards.Form> Page(Question question, int before, Turn turn, CancellationToken cancel)
    {
        var all = await turn.Db.QuestionEvents.AsNoTracking().Where(one => one.QuestionId == question.Id && one.Words != "" && one.DeletedAt == null).OrderBy(one => one.Number).ToListAsync(cancel);
        var (to, room) = (Math.Min(before, all.Count), ReadAll.MostCharacters);
        var page = all.Take(to).Reverse().TakeWhile((one, at) => at < ReadAll.MostOnPage && (room -= one.Words.Length) >= 0).Reverse().ToList();
        var said = new List<SaidWords>();
        foreach (var one in page)
            said.Add(await views.Words(one, cancel));
        return ReadAll.Form(await views.Words(turn.Db, question, cancel), said, to - page.Count);
    }
}
