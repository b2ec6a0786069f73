using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Cards.HrConsole;

namespace ServiceCulture.Bot.HrConsole.SigningIn;

/// <summary>Answers <c>console</c> with a way in, to whoever has one.</summary>
public sealed class AskingForConsole(SignInLinks links) : IAnswer<Incoming.Command>
{
    public async Task<Outcome> Answer(Incoming.Command what, Turn turn, CancellationToken cancel)
    {
        if (!Access.May(turn.Who, Right.UseConsole))
            return new Reply.Whisper(ConsoleLink.NotForYou);
        return new Reply.Whisper(await links.Make(turn, cancel) is { } made ? ConsoleLink.Card(made.Link, made.Until) : ConsoleLink.NoAddress);
    }
}
