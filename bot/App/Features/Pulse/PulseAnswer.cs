using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceCulture.Bot.Features.Pulse;

/// <summary>What somebody said to one statement in one week, sealed with their own key.</summary>
public sealed class PulseAnswer
{
    public required Guid AskId { get; init; }
    public required string Statement { get; init; }
    public required Guid MemberId { get; set; }

    /// <summary>When it was first given; a change does not move it.</summary>
    public required DateTime At { get; set; }

    /// <summary><see cref="Yes"/> or <see cref="No"/>, sealed. Of one length: a seal hides the words, not how many bytes they have.</summary>
    public required byte[] Agrees { get; set; }

    public const string Yes = "y", No = "n";

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
