using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Settings;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Digests;

namespace ServiceCulture.Bot.Features.Digests;

/// <summary>Says what a digest is based on, from the rules in force.</summary>
public sealed class ExplainingDigests(Register register, OrganisationSettings organisation) : IAnswer<Incoming.Press>
{
    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel) =>
        new Reply.Whisper(DigestRows.Read(what.Ticket.About.Row)?.Kind is DigestKind.Overview
            ? DigestBasis.Overview(organisation.TimeZone)
            : DigestBasis.Manager(organisation.TimeZone, (await register.Policies(cancel)).ManagersSeePrivateKudos));
}
