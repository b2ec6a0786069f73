using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Features.Digests;

/// <summary>A kind of digest: how its numbers are counted for many people at once, and how numbers once counted are told.</summary>
public interface IDigest
{
    DigestKind Kind { get; }

    /// <summary>Whether this person gets such digests at all.</summary>
    bool IsFor(MemberInfo who);

    /// <summary>The weeks that one counted now is about.</summary>
    /// <param name="number">How many weeks lie since the one before.</param>
    WeekSpan Span(OrganisationWeeks weeks, DateTime now, int number) => weeks.Over(now, number);

    /// <summary>The numbers of each of them, as they are kept; of whom there is nothing to say, none.</summary>
    Task<IReadOnlyDictionary<Guid, string>> Count(Db db, IReadOnlyList<DigestDue> due, DateTime now, CancellationToken cancel);

    /// <summary>What is shown of numbers: as a message, or again later. In the digests' order.</summary>
    Task<IReadOnlyList<Card>> Tell(Db db, IReadOnlyList<Digest> digests, DateTime now, CancellationToken cancel);
}

/// <summary>Somebody whose digest is to be counted now.</summary>
public sealed record DigestDue(Guid Member, WeekSpan Span);
