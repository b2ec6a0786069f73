using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Features.Kudos;

/// <summary>The same words reach the same person once in 24 hours, whether they were given so or edited to be so.</summary>
static class SameWords
{
    internal static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <summary>The mark by which the same words to the same person are known again.</summary>
    internal static byte[] Mark(Guid from, Guid to, string words)
    {
        // Words without a letter (all pictures, say) are compared as they stand.
        var same = Folding.Key(words) is { Length: > 0 } key ? key : words;
        return SHA256.HashData(Encoding.UTF8.GetBytes($"{from:N}{to:N}{same}")).AsSpan(0, 16).ToArray();
    }

    /// <summary>
    /// For a turn that met the unique mark: why the words may not go, or null where the mark is old, which is then free.
    /// </summary>
    /// <param name="own">Kudos whose own marks don't count.</param>
    internal static async Task<Text?> Repeated(IReadOnlyList<MemberInfo> to, string words, Guid own, Turn turn, CancellationToken cancel)
    {
        var marks = to.Select(member => Mark(turn.Who.Id, member.Id, words)).ToList();
        var before = await (from receipt in turn.Db.KudosReceipts
                            join kudos in turn.Db.Kudos on receipt.KudosId equals kudos.Id
                            where marks.Contains(receipt.Once!) && receipt.KudosId != own
                            select new { Receipt = receipt, Said = kudos.EditedAt ?? receipt.At }).ToListAsync(cancel);
        if (before.FirstOrDefault(one => one.Said > turn.Now - Window) is { } fresh)
            return $"{to.First(member => member.Id == fresh.Receipt.ToId).Name} already got these very words from you in the last 24 hours.";
        before.ForEach(one => one.Receipt.Once = null);
        return null;
    }
}
