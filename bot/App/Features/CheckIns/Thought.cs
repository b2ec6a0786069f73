using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceCulture.Bot.Features.CheckIns;

/// <summary>A thought somebody sorted out, or is about to. All of it is sealed with their own key: words, pattern, swap.</summary>
public sealed class Thought
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid MemberId { get; set; }
    public required DateTime At { get; init; }

    /// <summary><see cref="ThoughtWords"/>, sealed.</summary>
    public required byte[] Sealed { get; set; }

    /// <summary>Parked: when it comes back, in UTC; null once it did.</summary>
    public DateTime? BackAt { get; set; }
    public int Version { get; set; } = 1;

    sealed class Table : IEntityTypeConfiguration<Thought>
    {
        public void Configure(EntityTypeBuilder<Thought> thought)
        {
            thought.ToTable("Thoughts").HasIndex(t => new { t.MemberId, t.At });
            thought.HasIndex(t => t.At);
            thought.HasIndex(t => t.BackAt).HasFilter("\"BackAt\" IS NOT NULL");
            thought.Property(t => t.Version).IsConcurrencyToken();
        }
    }
}
