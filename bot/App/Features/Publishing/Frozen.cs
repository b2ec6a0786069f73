using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceCulture.Cards.Publishing;

namespace ServiceCulture.Bot.Features.Publishing;

/// <summary>
/// What was published of one group in one window, for good: digests and the console read this and nothing else. No count, nobody's
/// answer; kept as long as anybody wants to look back.
/// </summary>
public sealed class FrozenFigure
{
    /// <summary><see cref="PublicationWindow.Index"/>.</summary>
    public required int Window { get; init; }

    /// <summary>"balance", or the pulse statement's id.</summary>
    public required string Question { get; init; }

    /// <summary><see cref="GroupTree.Whole"/> for the whole organisation: a key column takes no null.</summary>
    public required Guid GroupId { get; init; }

    /// <summary>Null with <see cref="Agreement"/> null, too: not enough answers.</summary>
    public BalanceWord? Balance { get; init; }
    public Agreement? Agreement { get; init; }

    sealed class Table : IEntityTypeConfiguration<FrozenFigure>
    {
        public void Configure(EntityTypeBuilder<FrozenFigure> figure)
        {
            figure.ToTable("FrozenFigures").HasKey(f => new { f.Question, f.Window, f.GroupId });
            figure.HasIndex(f => new { f.GroupId, f.Window });
        }
    }
}

/// <summary>
/// Where somebody sits in the memory of a question (<see cref="PublishedSums"/>). It tells that they answered once, not when or what. The member is
/// cleared when they are erased, and 30 days after they left; the seat stays, because the sums that it was part of were published.
/// </summary>
public sealed class CountedSeat
{
    public required string Question { get; init; }
    public required int Block { get; init; }
    public required int Place { get; init; }
    public Guid? MemberId { get; set; }

    sealed class Table : IEntityTypeConfiguration<CountedSeat>
    {
        public void Configure(EntityTypeBuilder<CountedSeat> seat)
        {
            seat.ToTable("CountedSeats").HasKey(s => new { s.Question, s.Block, s.Place });
            seat.HasIndex(s => new { s.MemberId, s.Question }).IsUnique();
        }
    }
}

/// <summary>
/// Seats of one block whose answers were once published together; not in which window, nor as which group. Only sets that don't follow from earlier ones are
/// kept: at most 200 a block. Never deleted, because what was published can't be taken back.
/// </summary>
public sealed class CountedSet
{
    public required string Question { get; init; }
    public required int Block { get; init; }

    /// <summary>Counts up within the block.</summary>
    public required int Number { get; init; }

    /// <summary>One bit a place, the first place lowest.</summary>
    public required byte[] Places { get; init; }

    public static byte[] Packed(IEnumerable<int> places)
    {
        var bits = new byte[Publishing.Block.MostPeople / 8];
        foreach (var place in places)
            bits[place / 8] |= (byte)(1 << place % 8);
        return bits;
    }

    public IReadOnlyList<int> Unpacked() => [.. Enumerable.Range(0, 8 * Places.Length).Where(place => (Places[place / 8] & 1 << place % 8) != 0)];

    sealed class Table : IEntityTypeConfiguration<CountedSet>
    {
        public void Configure(EntityTypeBuilder<CountedSet> set) => set.ToTable("CountedSets").HasKey(s => new { s.Question, s.Block, s.Number });
    }
}
