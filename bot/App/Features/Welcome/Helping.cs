using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.Crisis;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Cards.Crisis;
using ServiceCulture.Cards.Welcome;

namespace ServiceCulture.Bot.Features.Welcome;

/// <summary>Says what the bot can do, in the words of whoever asks; and answers words that are no command.</summary>
public sealed class Helping(CrisisHelp help) : IAnswer<Incoming.Command>, IAnswer<Incoming.Said>, IAnswer<Incoming.Met>
{
    // "help me, I want to die" begins like the command.
    public async Task<Outcome> Answer(Incoming.Command what, Turn turn, CancellationToken cancel) =>
        await Crisis($"help {what.Words.Plain}", what.Words.Plain.Length > 0, turn, cancel) ?? await Help(turn);

    public Task<Outcome> Answer(Incoming.Met what, Turn turn, CancellationToken cancel) => Help(turn);

    public async Task<Outcome> Answer(Incoming.Said what, Turn turn, CancellationToken cancel)
    {
        if (await Crisis(what.Words.Plain, true, turn, cancel) is { } answer)
            return answer;
        var first = what.Words.Plain.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        return new Reply.Whisper(HelpCard.NotUnderstood(first.Length > 30 ? "" : first));
    }

    async Task<Outcome?> Crisis(string typed, bool counts, Turn turn, CancellationToken cancel) =>
        counts && CrisisWords.Read(typed) is not null ? (Outcome)new Reply.Whisper(GetHelp.Answer(await help.Words(turn.Who, cancel))) : null;

    static Task<Outcome> Help(Turn turn) => Task.FromResult<Outcome>(new Reply.Whisper(
        HelpCard.For(turn.Who.Name == Acting.Nameless ? null : turn.Who.Person, [.. Access.Leads(turn.Who).Select(team => team.Name)], Access.May(turn.Who, Right.ChangeRules), Access.May(turn.Who, Right.UseConsole))));
}
