using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Outbox;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>What the bot sends by itself and has waited is not sent any more to whoever has paused meanwhile: it can be looked at all the same, by whoever asks for it.</summary>
/// <param name="prefix">What the keys of these messages begin with.</param>
public sealed class UnsentToPaused(string prefix, Register register, TimeProvider clock) : IAnswerUndelivered
{
    public string Prefix => prefix;

    public Task<IReadOnlyList<Send>> Answer(Undelivered what, Db db, CancellationToken cancel) => Task.FromResult<IReadOnlyList<Send>>([]);

    public async Task<Fate> Decide(Message message, Db db, CancellationToken cancel) =>
        message.ForMember is { } member && await register.Member(member, cancel) is { } who && (await Pauses.Among(db, [who], clock.GetUtcNow().UtcDateTime, cancel)).Count > 0 ? Fate.Withheld : Fate.Goes;
}
