using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Privacy;

namespace ServiceCulture.Bot.Features.CheckIns;

/// <summary>Somebody's own thoughts, opened for them alone: the member is always the one who acts.</summary>
public sealed class Thoughts(Vault vault)
{
    const int Most = 400;

    internal async Task<Thought> Keep(Turn turn, string words, CancellationToken cancel)
    {
        var cipher = await vault.FindOrMake(turn.Who.Id, cancel);
        var thought = new Thought { MemberId = turn.Who.Id, At = turn.Now, Sealed = new ThoughtWords(words).Seal(cipher) };
        turn.Db.Add(thought);
        return thought;
    }

    /// <summary>The thought of a ticket; null where it is gone or somebody else's.</summary>
    internal async Task<(Thought Row, ThoughtWords Words)?> Find(Turn turn, Guid id, CancellationToken cancel)
    {
        var row = await turn.Db.Thoughts.SingleOrDefaultAsync(thought => thought.Id == id && thought.MemberId == turn.Who.Id, cancel);
        return row is not null && await vault.Find(turn.Who.Id, cancel) is { } cipher && ThoughtWords.Open(cipher, row) is { } words ? (row, words) : null;
    }

    internal async Task Change(Turn turn, Thought row, ThoughtWords words, CancellationToken cancel)
    {
        (row.Sealed, row.Version) = (words.Seal(await vault.FindOrMake(turn.Who.Id, cancel)), row.Version + 1);
    }

    /// <summary>All since then, newest first; a parked one that is not back yet is left out.</summary>
    internal async Task<IReadOnlyList<(Thought Row, ThoughtWords Words)>> Since(Turn turn, DateTime since, CancellationToken cancel)
    {
        if (await vault.Find(turn.Who.Id, cancel) is not { } cipher)
            return [];
        var rows = await turn.Db.Thoughts.AsNoTracking().Where(thought => thought.MemberId == turn.Who.Id && thought.At >= since && thought.BackAt == null)
            .OrderByDescending(thought => thought.At).Take(Most).ToListAsync(cancel);
        return [.. from row in rows let words = ThoughtWords.Open(cipher, row) where words is not null select (row, words)];
    }
}
