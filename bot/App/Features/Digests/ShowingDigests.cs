using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Digests;

namespace ServiceCulture.Bot.Features.Digests;

/// <summary>Shows the last digest, an earlier one, or one counted now for the asker alone.</summary>
public sealed class ShowingDigests(IEnumerable<IDigest> kinds, OrganisationWeeks weeks) : IAnswer<Incoming.Command>, IAnswer<Incoming.Press>
{
    public async Task<Outcome> Answer(Incoming.Command what, Turn turn, CancellationToken cancel)
    {
        var words = what.Words.Plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var kind = Asked(words, turn.Who);
        return new Reply.Whisper(words.Contains("preview", StringComparer.OrdinalIgnoreCase) ? await Preview(kind, turn, cancel) : await Last(kind, turn, cancel));
    }

    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel) =>
        DigestRows.Read(what.Ticket.About.Row) is { } row && kinds.FirstOrDefault(one => one.Kind == row.Kind) is { } kind
            && await DigestRows.Before(turn.Db, row.Kind, row.Member, row.Week, turn.Who.Id, cancel) is { } digest
                ? new Reply.Whisper((await kind.Tell(turn.Db, [Seen(digest, turn.Who.Id)], turn.Now, cancel))[0])
                : new Reply.Whisper(NoDigest.NoEarlier);

    // The kind that was named, else the first that is for them; one's own week is for everybody.
    IDigest Asked(string[] words, MemberInfo who) =>
        kinds.FirstOrDefault(one => words.Contains(NoDigest.Word((short)one.Kind), StringComparer.OrdinalIgnoreCase) && one.IsFor(who)) ?? kinds.OrderBy(one => one.Kind == DigestKind.Recap).First(one => one.IsFor(who));

    async Task<Card> Preview(IDigest kind, Turn turn, CancellationToken cancel)
    {
        var span = weeks.UnderWay(turn.Now);
        var counted = await kind.Count(turn.Db, [new(turn.Who.Id, span)], turn.Now, cancel);
        return counted.TryGetValue(turn.Who.Id, out var numbers)
            ? (await kind.Tell(turn.Db, [new Digest { MemberId = turn.Who.Id, Kind = kind.Kind, Week = span.Last, At = turn.Now, Numbers = numbers, SentTo = turn.Who.Id }], turn.Now, cancel))[0]
            : NoDigest.Nothing;
    }

    // What went to a deputy is their own again once they look at it themselves. The row is as it was: it is only read.
    static Digest Seen(Digest digest, Guid reader)
    {
        if (digest.MemberId == reader)
            digest.SentTo = reader;
        return digest;
    }

    static async Task<Card> Last(IDigest kind, Turn turn, CancellationToken cancel)
    {
        var me = turn.Who.Id;
        var last = await turn.Db.Digests.AsNoTracking().Where(one => one.Kind == kind.Kind && (one.MemberId == me || one.SentTo == me)).OrderByDescending(one => one.Week).ThenByDescending(one => one.MemberId == me).FirstOrDefaultAsync(cancel);
        if (last is not null)
            return (await kind.Tell(turn.Db, [Seen(last, me)], turn.Now, cancel))[0];
        return NoDigest.Yet(await turn.Db.DigestPlans.Where(plan => plan.MemberId == me && plan.Kind == kind.Kind).Select(plan => plan.NextAt).SingleOrDefaultAsync(cancel));
    }
}
