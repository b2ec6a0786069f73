using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Digests;

/// <summary>What a digest's buttons stand for, and whose it is: asked again at every press.</summary>
static class DigestRows
{
    internal static string Row(Digest digest) => string.Create(CultureInfo.InvariantCulture, $"{(short)digest.Kind}/{digest.MemberId:N}/{digest.Week:yyyy-MM-dd}");

    /// <returns>Null for what is no such row.</returns>
    internal static (DigestKind Kind, Guid Member, DateOnly Week)? Read(string row) =>
        row.Split('/') is [var kind, var member, var week] && Enum.TryParse<DigestKind>(kind, out var known) && Enum.IsDefined(known)
            && Guid.TryParse(member, out var id) && DateOnly.TryParseExact(week, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (known, id, day) : null;

    /// <summary>The last one before that week, of that person, that this one may see: their own, or what they got for them.</summary>
    internal static Task<Digest?> Before(Db db, DigestKind kind, Guid member, DateOnly week, Guid reader, CancellationToken cancel) =>
        db.Digests.AsNoTracking().Where(one => one.MemberId == member && one.Kind == kind && one.Week < week && (one.MemberId == reader || one.SentTo == reader))
            .OrderByDescending(one => one.Week).FirstOrDefaultAsync(cancel);
}
