using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>What somebody chose about being asked, in the unit of work of their own turn.</summary>
static class Choices
{
    internal static async Task<Participation> Of(Turn turn, CancellationToken cancel)
    {
        var known = await turn.Db.Participations.SingleOrDefaultAsync(one => one.MemberId == turn.Who.Id, cancel);
        return known ?? turn.Db.Participations.Add(new Participation { MemberId = turn.Who.Id }).Entity;
    }

    /// <summary>They did something, so no silence stands any more; and every plan of theirs is looked at anew.</summary>
    internal static void Changed(Participation participation, Turn turn)
    {
        participation.Unanswered = 0;
        if (turn.Db.Entry(participation).State is not EntityState.Added)
            participation.Version++;
        turn.Db.Replannings.Add(Replanning.OfMember(turn.Who.Id));
    }

    /// <summary>The id of a first private card: which message it is.</summary>
    internal static Guid NewCard(DateTime now) => Guid.CreateVersion7(new DateTimeOffset(now));
}
