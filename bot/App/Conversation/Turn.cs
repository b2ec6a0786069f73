using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Conversation;

/// <summary>What a handler works in: who acts, the unit of work, the clock's reading. One turn, one transaction.</summary>
/// <param name="Who">The member who acts.</param>
/// <param name="Now">UTC.</param>
/// <param name="Again">True when a first try met a row that another turn had written: look before you write.</param>
public sealed record Turn(Incoming What, MemberInfo Who, Db Db, DateTime Now, bool Again)
{
    public Address Where => What.From.Where;
}

/// <summary>Answers one kind of thing. No network in here: a turn is a few database calls.</summary>
public interface IAnswer<in TWhat> where TWhat : Incoming
{
    Task<Outcome> Answer(TWhat what, Turn turn, CancellationToken cancel);
}

/// <summary>Asked first about a line that answers one of our messages: it may be part of a conversation, whatever its first word is.</summary>
public interface IHear
{
    /// <returns>Null: it is none of theirs, and is read as any other line.</returns>
    Task<Outcome?> Hear(Spoken line, Turn turn, CancellationToken cancel);
}

/// <summary>Answers a form, already read into its record.</summary>
public interface ITake<TForm> where TForm : IForm<TForm>
{
    Task<Outcome> Take(TForm form, Incoming.Submit what, Turn turn, CancellationToken cancel);
}
