using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Bot.Features.Escalations;

/// <summary>
/// Replies in the thread of a question's message reach the other side as if they were typed there; what is changed or deleted
/// afterwards is followed. Only in a person's own conversation with the bot: nowhere else stands a card of a question.
/// </summary>
public sealed class HearingThreads(Conversing conversing, QuestionMessages messages, Register register) : IHear, IAnswer<Incoming.Edited>, IAnswer<Incoming.Deleted>
{
    // Somebody's questions among which a reply is looked for, open ones first.
    const int MostQuestions = 40;

    public async Task<Outcome?> Hear(Spoken line, Turn turn, CancellationToken cancel)
    {
        if (turn.Where.Kind is not PlaceKind.Person || await Question(line, turn, cancel) is not { } question)
            return null;
        var words = await Words(line, turn, cancel);
        var said = await conversing.Say(question, words, turn, cancel);
        if (said.Refused is { } why)
            return await conversing.OrHelp(words, Refusing.Word(why), turn, cancel);
        foreach (var key in said.Sends.Where(send => !send.Changes).Select(send => send.Key).DefaultIfEmpty(""))
            turn.Db.Add(new RelayedMessage
            {
                QuestionId = question.Id,
                Event = question.LastEvent,
                SourceInstallationId = turn.What.From.Installation,
                SourcePlace = line.Place,
                SourceRemoteId = line.Id,
                TargetKey = key,
            });
        return await conversing.OrHelp(words, new Outcome(new Reply.None(), said.Sends), turn, cancel);
    }

    public Task<Outcome> Answer(Incoming.Edited what, Turn turn, CancellationToken cancel) => Follow(turn, async said =>
    {
        var line = what.From.Spoken!;
        var (before, files) = AttachedFile.Read(said.Words);
        var words = await Plain(line, turn, cancel);
        words = words.Length > SayToOther.MostWords ? $"{words[..(SayToOther.MostWords - 1)]}…" : words;
        // A link that was unfolded comes as an edit too.
        if (words == before && said.DeletedAt is null)
            return false;
        (said.Words, said.EditedAt, said.DeletedAt) = (Joined(words, files), turn.Now, null);
        return true;
    }, cancel);

    public Task<Outcome> Answer(Incoming.Deleted what, Turn turn, CancellationToken cancel) => Follow(turn, said =>
    {
        if (said.DeletedAt is not null)
            return Task.FromResult(false);
        (said.Words, said.DeletedAt) = ("", turn.Now);
        return Task.FromResult(true);
    }, cancel);

    async Task<Outcome> Follow(Turn turn, Func<QuestionEvent, Task<bool>> change, CancellationToken cancel)
    {
        var (from, line) = (turn.What.From, turn.What.From.Spoken!);
        var relayed = await turn.Db.RelayedMessages.AsNoTracking().Where(one => one.SourceInstallationId == from.Installation && one.SourcePlace == line.Place && one.SourceRemoteId == line.Id).ToListAsync(cancel);
        if (relayed.Count == 0 || await Escalating.Find(turn.Db, relayed[0].QuestionId, cancel) is not { } question)
            return Outcome.Nothing;
        var said = await turn.Db.QuestionEvents.SingleAsync(one => one.QuestionId == question.Id && one.Number == relayed[0].Event, cancel);
        return said.MemberId == turn.Who.Id && await change(said)
            ? new Outcome(new Reply.None(), await messages.Followed(turn.Db, question, said, relayed.Select(one => one.TargetKey), cancel))
            : Outcome.Nothing;
    }

    // The question whose message was answered. A message that has just been sent may not bear its remote id yet: where that can be one question's only, it is that one's.
    static async Task<Question?> Question(Spoken line, Turn turn, CancellationToken cancel)
    {
        var (db, who, place, under) = (turn.Db, turn.Who.Id, line.Place, line.Under!);
        var mine = await db.Questions.Where(one => one.AskerId == who || one.OwnerId == who || db.QuestionOffers.Any(offer => offer.QuestionId == one.Id && offer.MemberId == who))
            .OrderBy(one => one.ClosedAt != null).ThenByDescending(one => one.AskedAt).ThenBy(one => one.Id).Take(MostQuestions).ToListAsync(cancel);
        var underWay = new List<Question>();
        foreach (var question in mine)
        {
            var (first, last) = (QuestionMessages.KeysOf(question.Id), $"{QuestionMessages.KeysOf(question.Id)}zzzz");
            var about = await db.Messages.AsNoTracking().Where(one => string.Compare(one.Key, first) >= 0 && string.Compare(one.Key, last) < 0 && one.ForMember == who).ToListAsync(cancel);
            if (about.Any(one => one.RemotePlace == place && one.RemoteId == under))
                return question;
            if (about.Any(one => one is { RemoteId: null, DeadAt: null }))
                underWay.Add(question);
        }
        return underWay is [var only] ? only : null;
    }

    async Task<string> Words(Spoken line, Turn turn, CancellationToken cancel) =>
        Joined(await Plain(line, turn, cancel), [.. line.Files.Select(file => new AttachedFile(file.Name, file.Link))]);

    static string Joined(string words, IReadOnlyList<AttachedFile> files) => string.Join('\n', (string[])[.. words.Length > 0 ? [words] : Array.Empty<string>(), .. files.Select(file => file.Line)]);

    async Task<string> Plain(Spoken line, Turn turn, CancellationToken cancel) => (await register.Named(line.Line, turn.What.From.Installation, cancel)).Plain;
}
