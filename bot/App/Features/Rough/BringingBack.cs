using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.CheckIns;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Cards.Rough;

namespace ServiceCulture.Bot.Features.Rough;

/// <summary>
/// Brings back what was parked once its moment has come: a message that shows no word of it. To whoever has paused,
/// has left or was erased nothing is sent; what there is then simply stands among their own days.
/// </summary>
public sealed class BringingBack(IStore store, Register register, Post post, TimeProvider clock)
{
    internal const int Page = 500;

    /// <summary>What the keys of its messages begin with.</summary>
    internal const string Prefix = "parked/";

    /// <returns>How many are back.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        for (var all = 0; ;)
        {
            var some = await store.Do(db => Some(db, cancel), cancel);
            all += some;
            if (some > 0)
                post.Wake();
            if (some < Page)
                return all;
        }
    }

    async Task<int> Some(Db db, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await ParkedThoughts.Due(db, now, Page, cancel);
        if (due.Count == 0)
            return 0;
        var people = (await register.Members(due.Select(one => one.Member).Distinct(), cancel)).DistinctBy(who => who.Id).ToDictionary(who => who.Id);
        var paused = await Pauses.Among(db, people.Values, now, cancel);
        await post.Enqueue(db, [.. due.Where(one => !paused.Contains(one.Member)).Select(one => Message(one.Id, people.GetValueOrDefault(one.Member))).OfType<Send>()], now, cancel);
        await db.SaveChangesAsync(cancel);
        await ParkedThoughts.Return(db, [.. due.Select(one => one.Id)], cancel);
        return due.Count;
    }

    static Send? Message(Guid thought, MemberInfo? who) => who is { HasLeft: false, Mailbox: { } mailbox }
        ? new Send($"{Prefix}{thought}", mailbox, ParkedThought.Back(thought.ToString())) { For = who.Id, Waits = who.Home is null }
        : null;
}
