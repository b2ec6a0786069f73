using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.HrConsole.Forms;

/// <summary>Does in the console what HR's forms do in the chat: the same forms, handlers, checks and entries in the audit log.</summary>
public sealed class ChatForms(TurnRunner turns, TimeProvider clock)
{
    /// <summary>What a button with this behind it answers.</summary>
    public Task<Reply> Press(MemberInfo who, Ref about, CancellationToken cancel) => turns.RunAs(who, new Incoming.Press(From(who), Ticket(who, about)), cancel);

    /// <summary>What the form with this behind it answers, filled in like this.</summary>
    public Task<Reply> Submit(MemberInfo who, Ref about, IReadOnlyDictionary<string, IReadOnlyList<string>> answers, CancellationToken cancel) =>
        turns.RunAs(who, new Incoming.Submit(From(who), Ticket(who, about), new Answers(answers)), cancel);

    Ticket Ticket(MemberInfo who, Ref about) => new(about, Place(who), who.Id) { DrawnAt = clock.GetUtcNow().UtcDateTime };

    // Nothing is said on a channel: each of these acts is answered where it was done.
    static Envelope From(MemberInfo who) => new(Channel.Local, Place(who).Installation, $"console/{Guid.NewGuid():N}", new Sender(who.Id.ToString()), Place(who)) { CanOpen = true, CanAnswer = true };

    static Address Place(MemberInfo who) => who.Mailbox ?? new Address(0, PlaceKind.Person, who.Id.ToString());
}
