using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceCulture.Bot.Features.People;

/// <summary>How far the reading of one list of people has come; a restart goes on from here.</summary>
public sealed class RosterRun
{
    public required int InstallationId { get; init; }

    /// <summary>The list: empty for the whole workspace, else a conversation.</summary>
    public required string Source { get; init; }

    /// <summary>The platform's mark of the next page; null between two runs.</summary>
    public string? Cursor { get; set; }
    public DateTime? FinishedAt { get; set; }

    /// <summary>When to read it (again), UTC.</summary>
    public required DateTime DueAt { get; set; }

    sealed class Table : IEntityTypeConfiguration<RosterRun>
    {
        public void Configure(EntityTypeBuilder<RosterRun> run)
        {
            run.ToTable("RosterRuns").HasKey(r => new { r.InstallationId, r.Source });
            run.HasIndex(r => r.DueAt);
        }
    }
}
