using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Phrases;

namespace ServiceCulture.Bot.Features.Phrases;

/// <summary>Shows the six situations, or the phrases of one.</summary>
public sealed class BrowsingPhrases(Register register) : IAnswer<Incoming.Command>, IAnswer<Incoming.Press>
{
    public async Task<Outcome> Answer(Incoming.Command what, Turn turn, CancellationToken cancel)
    {
        var team = PhraseBook.TeamOf(turn.Who)?.Name;
        var typed = what.Words.Plain;
        if (typed.Length == 0)
            return new Reply.Whisper(PhrasesCard.Start(team));
        return new Reply.Whisper(Situation.Meant(Folding.Key(typed).Replace(" ", "", StringComparison.Ordinal)) is { } situation
            ? await Show(situation, turn.Who, cancel)
            : PhrasesCard.None(typed.Length > 40 ? typed[..40] : typed, team));
    }

    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel) =>
        new Reply.Replace(Situation.Find(what.Ticket.About.Row) is { } situation ? await Show(situation, turn.Who, cancel) : PhrasesCard.Start(PhraseBook.TeamOf(turn.Who)?.Name));

    async Task<Card> Show(Situation situation, MemberInfo who, CancellationToken cancel)
    {
        var book = await PhraseBook.Read(register, cancel);
        return PhrasesCard.Of(situation, book.For(situation, who), PhraseBook.TeamOf(who)?.Name, book.ToChange(situation, who).Any());
    }
}
