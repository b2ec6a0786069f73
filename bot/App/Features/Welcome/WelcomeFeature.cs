using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards.Welcome;

namespace ServiceCulture.Bot.Features.Welcome;

public static class WelcomeFeature
{
    public static Routes MapWelcome(this Routes on) => on
        .Command<Helping>("help")
        .On<Helping, Incoming.Said>("said")
        .On<Helping, Incoming.Met>("met");
}

/// <summary>Says what the bot can do, in the words of whoever asks; and answers words that are no command.</summary>
public sealed class Helping : IAnswer<Incoming.Command>, IAnswer<Incoming.Said>, IAnswer<Incoming.Met>
{
    public Task<Outcome> Answer(Incoming.Command what, Turn turn, CancellationToken cancel) => Help(turn);

    public Task<Outcome> Answer(Incoming.Met what, Turn turn, CancellationToken cancel) => Help(turn);

    public Task<Outcome> Answer(Incoming.Said what, Turn turn, CancellationToken cancel)
    {
        var first = what.Words.Plain.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        return Task.FromResult<Outcome>(new Reply.Whisper(HelpCard.NotUnderstood(first.Length > 30 ? "" : first)));
    }

    static Task<Outcome> Help(Turn turn) => Task.FromResult<Outcome>(new Reply.Whisper(
        HelpCard.For(turn.Who.Name == Acting.Nameless ? null : turn.Who.Person, [.. turn.Who.Manages.Select(team => team.Name)], turn.Who.Roles.HasFlag(Roles.Hr))));
}
