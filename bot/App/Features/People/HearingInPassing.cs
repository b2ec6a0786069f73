using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;

namespace ServiceCulture.Bot.Features.People;

/// <summary>Teams' lists of people tell no zone and no language, but every message does: where nobody closer has said it, it is taken from there, and what was planned by the old zone is planned anew.</summary>
public sealed class HearingInPassing : INotice
{
    public void Notice(Db db, Member who, Sender said)
    {
        var zone = who.Zone;
        if (who.Follows(Said.Zone))
            Trust.Zone(who, said.Zone, Source.Platform);
        if (who.Follows(Said.Language))
            Trust.Language(who, said.Culture, Source.Platform);
        if (zone != who.Zone)
            db.Add(Replanning.OfMember(who.Id));
    }

    // Their name is not known yet, nor whether they are a guest. Teams has no list of everybody; there, it is read when they come into a conversation.
    public async Task Met(Db db, int installation, DateTime now, CancellationToken cancel)
    {
        if (await db.RosterRuns.AnyAsync(run => run.InstallationId == installation && run.Source == "", cancel))
            await Roster.ReadSoon(db, installation, "", now, cancel);
    }
}
