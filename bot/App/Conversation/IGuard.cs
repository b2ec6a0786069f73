namespace ServiceCulture.Bot.Conversation;

/// <summary>Asked before every handler, at the one place through which everything comes: what it refuses gets its answer and has no effect.</summary>
public interface IGuard
{
    /// <returns>Null: the handler may go on.</returns>
    ValueTask<Outcome?> Refuse(Turn turn, CancellationToken cancel);
}
