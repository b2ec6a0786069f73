using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceCulture.Bot.Features.Kudos;

/// <summary>Somebody told HR that kudos are not all right. One a person and kudos.</summary>
public sealed class KudosReport
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid KudosId { get; init; }

    /// <summary>Null once they had their data erased.</summary>
    public Guid? ById { get; set; }

    /// <summary>One of the form's.</summary>
    public required string Reason { get; init; }
    public required string Words { get; set; }
    public required DateTime At { get; init; }

    /// <summary>When HR hid the kudos, or left them as they were.</summary>
    public DateTime? SettledAt { get; set; }

    sealed class Table : IEntityTypeConfiguration<KudosReport>
    {
        public void Configure(EntityTypeBuilder<KudosReport> report)
        {
            report.ToTable("KudosReports").HasIndex(r => new { r.KudosId, r.ById }).IsUnique();
            report.HasIndex(r => r.ById);
            report.HasIndex(r => r.SettledAt);
        }
    }
}
