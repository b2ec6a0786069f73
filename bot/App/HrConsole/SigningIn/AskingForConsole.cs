using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Cards.HrConsole;

namespace ServiceCulture.Bot.HrConsole.SigningIn;

/// <summary>Answers <c>console</c> with a way in, to whoever has one.</summary>
public sealed class AskingForConsole(SignInLinks links) : IAnswer<Incoming.Command>, IAnswer<Incoming.Press>, ITake<ConsoleLink>
{
    public Task<Outcome> Answer(Incoming.Command what, Turn turn, CancellationToken cancel) => Answer("", turn, cancel);

    public Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel) => Answer(ConsolePages.Find(what.Ticket.About.Row)?.Path ?? "", turn, cancel);

    public Task<Outcome> Take(ConsoleLink form, Incoming.Submit what, Turn turn, CancellationToken cancel) => Task.FromResult(Outcome.Nothing);

    async Task<Outcome> Answer(string page, Turn turn, CancellationToken cancel)
    {
        if (!Access.May(turn.Who, Right.UseConsole))
            return new Reply.Whisper(ConsoleLink.NotForYou);
        return await links.Make(turn, page, cancel) is { } made ? new Reply.Open(ConsoleLink.Form(made.Link, made.Until, page)) : new Reply.Whisper(ConsoleLink.NoAddress);
    }
}
