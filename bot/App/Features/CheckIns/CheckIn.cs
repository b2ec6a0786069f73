using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceCulture.Bot.Features.CheckIns;

/// <summary>How steady somebody said they felt, once. The step is sealed with their own key.</summary>
public sealed class CheckIn
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid MemberId { get; set; }

    /// <summary>Their own day.</summary>
    public required DateOnly Day { get; init; }
    public required DateTime At { get; init; }

    /// <summary>1 to 5, sealed.</summary>
    public required byte[] Step { get; set; }

    sealed class Table : IEntityTypeConfiguration<CheckIn>
    {
        public void Configure(EntityTypeBuilder<CheckIn> checkIn)
        {
            checkIn.ToTable("CheckIns").HasIndex(c => new { c.MemberId, c.Day }).IsUnique();
            checkIn.HasIndex(c => c.At);
        }
    }
}
