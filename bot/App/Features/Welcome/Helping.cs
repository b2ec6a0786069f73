using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.Crisis;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Cards.Crisis;
using ServiceCulture.Cards.Welcome;

namespace ServiceCulture.Bot.Features.Welcome;

/// <summary>Says what the bot can do, in the words of whoever asks; and answers words that are no command.</summary>
public sealed class Helping(CrisisHelp help) : IAnswer<Incoming.Command>, IAnswer<Incoming.Said>, IAnswer<Incoming.Met>
{
    public Task<Outcome> Answer(Incoming.Command what, Turn turn, CancellationToken cancel) => Help(turn);

    public Task<Outcome> Answer(Incoming.Met what, Turn turn, CancellationToken cancel) => Help(turn);

    public async Task<Outcome> Answer(Incoming.Said what, Turn turn, CancellationToken cancel)
    {
        if (CrisisWords.Read(what.Words.Plain) is not null)
            return new Reply.Whisper(GetHelp.Answer(await help.Words(turn.Who, cancel)));
        var first = what.Words.Plain.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        return new Reply.Whisper(HelpCard.NotUnderstood(first.Length > 30 ? "" : first));
    }

    static Task<Outcome> Help(Turn turn) => Task.FromResult<Outcome>(new Reply.Whisper(
        HelpCard.For(turn.Who.Name == Acting.Nameless ? null : turn.Who.Person, [.. Access.Leads(turn.Who).Select(team => team.Name)], Access.May(turn.Who, Right.ChangeRules), Access.May(turn.Who, Right.UseConsole))));
}
