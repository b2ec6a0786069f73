using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Outbox;

/// <summary>For whom something is drawn: their language, zone and tickets, and no button that leads nowhere for them.</summary>
public sealed class Readership(Register register, Tickets tickets, IEnumerable<IHide> hiding)
{
    readonly IHide[] _hiding = [.. hiding];

    /// <summary>What is sent, as its reader is to see it.</summary>
    public async ValueTask<(Send Send, Reader Reader)> Of(Send send, CancellationToken cancel)
    {
        if (send.For is not { } id)
            return (send, Readers.For(null, send.To, tickets));
        if (await register.Member(id, cancel) is { } who)
            return await Of(send, who, cancel);
        // Somebody met in this very turn is not in the register yet, but their buttons are theirs already.
        return (send, Readers.For(null, send.To, tickets) with { Seal = tickets.For(send.To, id) });
    }

    /// <summary>The same where the reader is at hand.</summary>
    public async ValueTask<(Send Send, Reader Reader)> Of(Send send, MemberInfo who, CancellationToken cancel) =>
        (await Shown(send.Card, who, cancel) is var card && ReferenceEquals(card, send.Card) ? send : send with { Card = card }, Readers.For(who, send.To, tickets));

    /// <summary>A reply, as whoever acted is to see it.</summary>
    public async ValueTask<Outcome> Of(Outcome outcome, MemberInfo who, CancellationToken cancel) => outcome.Reply switch
    {
        Reply.Whisper whisper => outcome with { Reply = new Reply.Whisper(await Shown(whisper.Card, who, cancel)) },
        Reply.Replace replace => outcome with { Reply = new Reply.Replace(await Shown(replace.Card, who, cancel)) },
        _ => outcome,
    };

    async ValueTask<Card> Shown(Card card, MemberInfo who, CancellationToken cancel)
    {
        foreach (var one in _hiding)
            if (await one.Hidden(who, cancel) is { } isHidden)
                card = Without(card, isHidden);
        return card;
    }

    static Card Without(Card card, Func<Ref, bool> isHidden)
    {
        var rows = card.Body.OfType<Block.Row>();
        if (!card.Buttons.Concat(rows.SelectMany(row => row.Of)).Any(button => isHidden(button.Does)))
            return card;
        return card with
        {
            Buttons = Left(card.Buttons, isHidden),
            Body = [.. card.Body.Select(block => block is Block.Row row ? new Block.Row(Left(row.Of, isHidden)) : block).Where(block => block is not Block.Row { Of.Count: 0 })],
        };
    }

    static IReadOnlyList<Button> Left(IReadOnlyList<Button> buttons, Func<Ref, bool> isHidden) => [.. buttons.Where(button => !isHidden(button.Does))];
}
