using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceCulture.Bot.Features.Digests;

/// <summary>
/// One digest of one person, with the numbers as they were counted: shown again it says the same. Numbers and ids only; words and names
/// are read when it is shown, so that what was taken back or erased since is not in it any more.
/// </summary>
public sealed class Digest
{
    public required Guid MemberId { get; set; }
    public required DigestKind Kind { get; init; }

    /// <summary>The first day of its last week, as the organisation cuts weeks.</summary>
    public required DateOnly Week { get; init; }
    public required DateTime At { get; init; }

    /// <summary>JSON.</summary>
    public required string Numbers { get; set; }

    /// <summary>Who got it: a deputy while they were away.</summary>
    public required Guid SentTo { get; set; }

    sealed class Table : IEntityTypeConfiguration<Digest>
    {
        public void Configure(EntityTypeBuilder<Digest> digest)
        {
            digest.ToTable("Digests").HasKey(d => new { d.MemberId, d.Kind, d.Week });
            digest.HasIndex(d => new { d.SentTo, d.Kind, d.Week });
            digest.HasIndex(d => d.At);
        }
    }
}

/// <summary>When somebody gets their digests of one kind, by their own choice where they made one.</summary>
public sealed class DigestPlan
{
    public required Guid MemberId { get; init; }
    public required DigestKind Kind { get; init; }
    public required Rhythm Rhythm { get; set; }
    public required DayOfWeek Day { get; set; }

    /// <summary>Minute of their own day.</summary>
    public required int Minute { get; set; }

    /// <summary>They want none until they say so.</summary>
    public bool IsPaused { get; set; }

    /// <summary>When the next one is due, UTC; null while paused.</summary>
    public DateTime? NextAt { get; set; }
    public int Version { get; set; } = 1;

    /// <summary>What holds while nothing else was chosen.</summary>
    internal static DigestPlan Usual(Guid member, DigestKind kind) => kind switch
    {
        DigestKind.Recap => new() { MemberId = member, Kind = kind, Rhythm = Rhythm.Weekly, Day = DayOfWeek.Friday, Minute = 15 * 60 },
        DigestKind.Overview => new() { MemberId = member, Kind = kind, Rhythm = Rhythm.Monthly, Day = DayOfWeek.Tuesday, Minute = 10 * 60 },
        _ => new() { MemberId = member, Kind = kind, Rhythm = Rhythm.Weekly, Day = DayOfWeek.Tuesday, Minute = 10 * 60 },
    };

    sealed class Table : IEntityTypeConfiguration<DigestPlan>
    {
        public void Configure(EntityTypeBuilder<DigestPlan> plan)
        {
            plan.ToTable("DigestPlans").HasKey(p => new { p.MemberId, p.Kind });
            plan.HasIndex(p => p.NextAt).HasFilter("\"NextAt\" IS NOT NULL");
            plan.Property(p => p.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>For whom a digest is: who leads a team, everybody for themselves, HR for the whole.</summary>
public enum DigestKind : short { Manager, Recap, Overview }

public enum Rhythm : short { Weekly, Fortnightly, Monthly }
