using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Privacy;

namespace ServiceCulture.Bot.Features.CheckIns;

/// <summary>Somebody's own thoughts, opened for them alone: the member is always the one who acts.</summary>
public sealed class Thoughts(Vault vault)
{
    const int Most = 400, NoChannel = 0;

    /// <param name="form">The form it was typed in.</param>
    internal async Task<Thought> Keep(Turn turn, string words, Ticket form, CancellationToken cancel)
    {
        var cipher = await vault.FindOrMake(turn.Who.Id, cancel);
        var first = Of(turn.Who.Id, form);
        // The form's own id is taken where other words were sent in it before: these are a thought of their own.
        var thought = new Thought { Id = await turn.Db.Thoughts.AnyAsync(one => one.Id == first, cancel) ? Guid.CreateVersion7() : first, MemberId = turn.Who.Id, At = turn.Now, Sealed = new ThoughtWords(words).Seal(cipher) };
        turn.Db.Add(thought);
        return thought;
    }

    /// <summary>What the very same form brought before with the very same words; null where it is sent for the first time.</summary>
    internal async Task<Thought?> Sent(Turn turn, Ticket form, string words, CancellationToken cancel) =>
        await Find(turn, Of(turn.Who.Id, form), cancel) is { } kept && kept.Words.Words == words ? kept.Row : null;

    // Nothing of the words is in it: whoever reads the row could try out guesses.
    static Guid Of(Guid member, Ticket form) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{member}/{form.About.Id}/{form.About.Row}/{form.DrawnAt:O}")).AsSpan(0, 16));

    /// <summary>The thought of a ticket; null where it is gone or somebody else's.</summary>
    internal async Task<(Thought Row, ThoughtWords Words)?> Find(Turn turn, Guid id, CancellationToken cancel)
    {
        var row = await turn.Db.Thoughts.SingleOrDefaultAsync(thought => thought.Id == id && thought.MemberId == turn.Who.Id, cancel);
        return row is not null && await vault.Find(turn.Who.Id, cancel) is { } cipher && ThoughtWords.Open(cipher, row) is { } words ? (row, words) : null;
    }

    /// <summary>
    /// Deletes it. That there was one is marked among the events and kept as long as these: its form, still open somewhere
    /// and sent once more, does not bring it back.
    /// </summary>
    internal static void Delete(Turn turn, Thought row)
    {
        turn.Db.Remove(row);
        turn.Db.Seen.Add(new SeenEvent { InstallationId = NoChannel, EventId = Deleted(row.Id), At = turn.Now });
    }

    /// <summary>Whether what this form brought was deleted since.</summary>
    internal static Task<bool> WasDeleted(Turn turn, Ticket form, CancellationToken cancel)
    {
        var mark = Deleted(Of(turn.Who.Id, form));
        return turn.Db.Seen.AnyAsync(one => one.InstallationId == NoChannel && one.EventId == mark, cancel);
    }

    static string Deleted(Guid id) => $"thought/{id}/deleted";

    internal async Task Change(Turn turn, Thought row, ThoughtWords words, CancellationToken cancel)
    {
        (row.Sealed, row.Version) = (words.Seal(await vault.FindOrMake(turn.Who.Id, cancel)), row.Version + 1);
    }

    /// <summary>Those since then, newest first and the newest <see cref="Most"/> at most; a parked one that is not back yet is left out.</summary>
    internal Task<IReadOnlyList<(Thought Row, ThoughtWords Words)>> Since(Turn turn, DateTime since, CancellationToken cancel) =>
        Open(turn, own => own.Where(thought => thought.At >= since).OrderByDescending(thought => thought.At).Take(Most), cancel);

    /// <summary>All that are kept, newest first, however old and however many; a parked one that is not back yet is left out.</summary>
    internal Task<IReadOnlyList<(Thought Row, ThoughtWords Words)>> All(Turn turn, CancellationToken cancel) =>
        Open(turn, own => own.OrderByDescending(thought => thought.At), cancel);

    async Task<IReadOnlyList<(Thought Row, ThoughtWords Words)>> Open(Turn turn, Func<IQueryable<Thought>, IQueryable<Thought>> which, CancellationToken cancel)
    {
        if (await vault.Find(turn.Who.Id, cancel) is not { } cipher)
            return [];
        var rows = await which(turn.Db.Thoughts.AsNoTracking().Where(thought => thought.MemberId == turn.Who.Id && thought.BackAt == null)).ToListAsync(cancel);
        return [.. from row in rows let words = ThoughtWords.Open(cipher, row) where words is not null select (row, words)];
    }
}
