using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Cards.Digests;

namespace ServiceCulture.Bot.Features.Digests;

/// <summary>Shows whoever leads a team its open questions now, all of them or one.</summary>
public sealed class LookingAtQuestions : IAnswer<Incoming.Command>, IAnswer<Incoming.Press>
{
    public async Task<Outcome> Answer(Incoming.Command what, Turn turn, CancellationToken cancel) =>
        Access.Leads(turn.Who) is { Count: > 0 } teams
            ? new Reply.Whisper(TeamCard.List([.. teams.Select(team => team.Name)], await Read(turn, teams, cancel), turn.Now))
            : new Reply.Whisper(TeamCard.NotForYou);

    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel) =>
        (await Read(turn, Access.Leads(turn.Who), cancel)).FirstOrDefault(one => one.Id == what.Ticket.Row.ToString()) is { } question
            ? new Reply.Whisper(TeamCard.One(question, turn.Now))
            : new Reply.Whisper(TeamCard.Gone);

    static async Task<IReadOnlyList<TeamQuestionWords>> Read(Turn turn, IReadOnlyList<TeamInfo> teams, CancellationToken cancel)
    {
        var open = await TeamQuestions.Of(turn.Db, [.. teams.Select(team => team.Id)], null, cancel);
        var people = await PeopleNamed.Read(turn.Db, open.SelectMany(one => new[] { one.AskerId, one.OwnerId ?? Guid.Empty }), cancel);
        return [.. open.Select(one => Words(one, people)).OfType<TeamQuestionWords>()];
    }

    internal static TeamQuestionWords? Words(TeamQuestion one, PeopleNamed people) => people.Find(one.AskerId) is { } asker
        ? new(one.Id.ToString(), one.Topic ?? "", asker.Person, one.OwnerId is { } owner ? people.Find(owner)?.Person : null, one.AskedAt, one.Due, one.CustomerWaits)
        : null;
}
