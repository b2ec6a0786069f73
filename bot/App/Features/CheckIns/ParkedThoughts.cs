using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Features.CheckIns;

/// <summary>Thoughts that were put aside until a moment. Until then they are in no list. For the feature that parks them and brings them back.</summary>
public sealed class ParkedThoughts(Thoughts thoughts, ThoughtForms forms)
{
    /// <summary>Puts it aside; the same form sent twice does so once.</summary>
    /// <param name="form">The form it was typed in.</param>
    /// <returns>False where what this form brought was deleted since: then nothing is kept.</returns>
    public async Task<bool> Park(Turn turn, string words, DateTime until, Ticket form, CancellationToken cancel)
    {
        if (await thoughts.Sent(turn, form, words, cancel) is not null)
            return true;
        if (await Thoughts.WasDeleted(turn, form, cancel))
            return false;
        (await thoughts.Keep(turn, words, form, cancel)).BackAt = until;
        return true;
    }

    /// <summary>The actor's own, opened; null where it is gone or somebody else's.</summary>
    public async Task<(string Words, DateTime At, int Version)?> Find(Turn turn, Guid id, CancellationToken cancel) =>
        await thoughts.Find(turn, id, cancel) is { } one ? (one.Words.Words, one.Row.At, one.Row.Version) : null;

    /// <summary>The form in which it is sorted out.</summary>
    public async Task<Form?> Sort(Turn turn, Guid id, CancellationToken cancel) =>
        await thoughts.Find(turn, id, cancel) is { } one ? await forms.Pattern(one.Row, one.Words.Words, turn, cancel) : null;

    /// <returns>False where it is gone or somebody else's.</returns>
    public async Task<bool> Delete(Turn turn, Guid id, CancellationToken cancel)
    {
        if (await thoughts.Find(turn, id, cancel) is not { } one)
            return false;
        Thoughts.Delete(turn, one.Row);
        return true;
    }

    /// <summary>Those whose moment has come, earliest first.</summary>
    public static async Task<IReadOnlyList<(Guid Id, Guid Member)>> Due(Db db, DateTime now, int most, CancellationToken cancel) =>
        [.. (await db.Thoughts.AsNoTracking().Where(one => one.BackAt <= now).OrderBy(one => one.BackAt).Take(most).Select(one => new { one.Id, one.MemberId }).ToListAsync(cancel)).Select(one => (one.Id, one.MemberId))];

    /// <summary>They are back: from now on like any other thought.</summary>
    public static Task Return(Db db, IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        db.Thoughts.Where(one => ids.Contains(one.Id)).ExecuteUpdateAsync(set => set.SetProperty(one => one.BackAt, (DateTime?)null), cancel);
}
