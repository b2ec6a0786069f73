using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceCulture.Bot.Features.MyData;

/// <summary>A link to one's own data: fifteen minutes, once. Only the hash of what stands in the link and of its code is kept.</summary>
public sealed class ExportLink
{
    public required string Hash { get; init; }
    public required Guid MemberId { get; init; }
    public required DateTime Until { get; init; }
    public DateTime? UsedAt { get; set; }

    sealed class Table : IEntityTypeConfiguration<ExportLink>
    {
        public void Configure(EntityTypeBuilder<ExportLink> link) => link.ToTable("ExportLinks").HasKey(l => l.Hash);
    }
}
