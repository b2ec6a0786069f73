using ServiceCulture.Bot.Conversation;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Crisis;

namespace ServiceCulture.Bot.Features.Crisis;

/// <summary>
/// Whoever types a cry behind a command is answered before the command is: "rough i want to die", "help me, I want to die".
/// Behind kudos, ask and experts stand words for others and names of topics; questions look at theirs themselves.
/// </summary>
public sealed class CrisisBehindCommands(CrisisHelp help) : IGuard
{
    public async ValueTask<Outcome?> Refuse(Turn turn, CancellationToken cancel) =>
        turn.What is Incoming.Command { Words.Plain: { Length: > 0 } words, Name: not ("kudos" or "ask" or "experts") } what
        && (CrisisWords.Read(words) ?? CrisisWords.Read($"{what.Name} {words}")) is not null
            ? (Outcome)new Reply.Whisper(GetHelp.Answer(await help.Words(turn.Who, cancel))) : null;
}
