using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Conversation;

/// <summary>What no feature need look at: refused in words, and nothing changes.</summary>
public static class Refusing
{
    /// <summary>For a button or form whose ticket this deployment did not sign.</summary>
    public static Reply Forged => Word($"This button is no longer valid, so nothing was changed. Please start again from a new card; {new Hole.Typed("help")} shows how.");

    /// <summary>The same for a form, which stays open.</summary>
    public static Reply ForgedForm => Word($"This form is no longer valid, so nothing was sent. Please copy your words, close it and open it again.");

    /// <summary>For a command or form that the database could not take.</summary>
    public static Reply NotSaved => Word($"Something went wrong on our side and nothing was saved. Please try again in a minute.");

    /// <summary>One sentence that only the person who acted sees.</summary>
    public static Reply Word(Text words) => new Reply.Whisper(new Card($"", new Block.Say(words)));

    internal static Outcome? Refuse(Turn turn, Routes routes) => turn.What switch
    {
        Incoming.PeopleChanged or Incoming.PlaceChanged or Incoming.Uninstalled => null,
        Incoming.Edited or Incoming.Deleted when turn.What.From.Who.IsGuest || turn.Who.HasLeft => Outcome.Nothing,
        { From.Who.IsGuest: true } => Word($"I'm only for the people of this organisation, so I can't help you here."),
        _ when turn.Who.IsBot => Outcome.Nothing,
        // A closed account can't act: its platform counts it as a guest's, or has opened it again and not told yet.
        _ when turn.Who is { HasLeft: true, Accounts.Count: 0 } => Word($"I'm only for the people of this organisation, and your account here counts as a guest's, so I can't help you here. If that's wrong, ask whoever looks after your account; it's looked up once a day."),
        _ when turn.Who.HasLeft => Word($"You're marked as having left, so I can't do that. If that's wrong, ask HR to correct it."),
        Incoming.Press { Ticket.For: { } other } when other != turn.Who.Id => Word($"This button belongs to someone else's card, so nothing was changed."),
        Incoming.Submit { Ticket.For: { } other } when other != turn.Who.Id => Word($"This form was opened by someone else, so nothing was sent."),
        Incoming.Submit submit when turn.Who.ErasedAt > (submit.Ticket.DrawnAt ?? DateTime.MinValue) => Word($"You had your data erased after this form was opened, so nothing was kept. Open a new one if you like."),
        Incoming.Press or Incoming.Submit when !routes.Knows(turn.What.Route) => Forged,
        _ => null,
    };
}
