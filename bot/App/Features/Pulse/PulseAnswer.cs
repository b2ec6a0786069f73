using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceCulture.Bot.Features.Pulse;

/// <summary>What somebody said to one statement in one week, sealed with their own key.</summary>
public sealed class PulseAnswer
{
    public required Guid AskId { get; init; }
    public required string Statement { get; init; }
    public required Guid MemberId { get; set; }
    public required DateTime At { get; set; }

    /// <summary>"yes" or "no", sealed.</summary>
    public required byte[] Agrees { get; set; }

    sealed class Table : IEntityTypeConfiguration<PulseAnswer>
    {
        public void Configure(EntityTypeBuilder<PulseAnswer> answer)
        {
            answer.ToTable("PulseAnswers").HasKey(a => new { a.AskId, a.Statement });
            answer.HasIndex(a => a.MemberId);
            answer.HasIndex(a => a.At);
        }
    }
}
