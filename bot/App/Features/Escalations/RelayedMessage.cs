using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceCulture.Bot.Features.Escalations;

/// <summary>What somebody wrote on their platform, and the message in which it stands on the other's: edits and deletes follow it.</summary>
public sealed class RelayedMessage
{
    public required Guid QuestionId { get; init; }

    /// <summary>The event that holds the words.</summary>
    public required int Event { get; init; }

    /// <summary>Where it was written, and the platform's own id of it there.</summary>
    public required int SourceInstallationId { get; init; }
    public required string SourcePlace { get; init; }
    public required string SourceRemoteId { get; init; }

    /// <summary>The key of the message that carries it.</summary>
    public required string TargetKey { get; init; }

    sealed class Table : IEntityTypeConfiguration<RelayedMessage>
    {
        public void Configure(EntityTypeBuilder<RelayedMessage> relayed)
        {
            relayed.ToTable("RelayedMessages").HasKey(r => new { r.QuestionId, r.Event, r.TargetKey });
            relayed.HasIndex(r => new { r.SourceInstallationId, r.SourcePlace, r.SourceRemoteId });
        }
    }
}
