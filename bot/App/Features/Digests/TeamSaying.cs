using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceCulture.Bot.Features.Digests;

/// <summary>What whoever leads a team said to it after a published result: one sentence a team and window, for everybody there to read.</summary>
public sealed class TeamSaying
{
    public required Guid TeamId { get; init; }

    /// <summary><see cref="Publishing.PublicationWindow.Index"/>.</summary>
    public required int Window { get; init; }
    public required Guid MemberId { get; set; }
    public required DateTime At { get; init; }
    public required string Words { get; set; }

    sealed class Table : IEntityTypeConfiguration<TeamSaying>
    {
        public void Configure(EntityTypeBuilder<TeamSaying> saying)
        {
            saying.ToTable("TeamSayings").HasKey(s => new { s.TeamId, s.Window });
            saying.HasIndex(s => s.MemberId);
            saying.HasIndex(s => s.At);
        }
    }
}
