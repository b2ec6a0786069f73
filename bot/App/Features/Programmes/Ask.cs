using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>When a member is next looked at for a programme. Whatever changes the answer sets it to now; the job finds the rest.</summary>
public sealed class Plan
{
    public required Guid ProgrammeId { get; init; }
    public required Guid MemberId { get; init; }

    /// <summary>UTC; null: not before something changes.</summary>
    public DateTime? NextAt { get; set; }

    sealed class Table : IEntityTypeConfiguration<Plan>
    {
        public void Configure(EntityTypeBuilder<Plan> plan)
        {
            plan.ToTable("Plans").HasKey(p => new { p.ProgrammeId, p.MemberId });
            plan.HasIndex(p => p.NextAt).HasFilter("\"NextAt\" IS NOT NULL");
            plan.HasIndex(p => p.MemberId);
        }
    }
}

/// <summary>Somebody was asked, or came by themselves: at most one a day and kind, in their own day. Holds no answer.</summary>
public sealed class Ask
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid MemberId { get; init; }

    /// <summary>Null: they came by themselves.</summary>
    public Guid? ProgrammeId { get; init; }
    public required ProgrammeKind Kind { get; init; }

    /// <summary><see cref="IAsking.CountsFor"/>.</summary>
    public required DateOnly Day { get; init; }
    public required DateTime At { get; init; }

    /// <summary>Until when an answer counts.</summary>
    public required DateTime Until { get; init; }
    public DateTime? RemindAt { get; set; }
    public AskState State { get; set; }
    public int Version { get; set; } = 1;

    sealed class Table : IEntityTypeConfiguration<Ask>
    {
        public void Configure(EntityTypeBuilder<Ask> ask)
        {
            ask.ToTable("Asks").HasIndex(a => new { a.MemberId, a.Kind, a.Day }).IsUnique();
            ask.HasIndex(a => new { a.ProgrammeId, a.Day });
            ask.HasIndex(a => a.Until).HasFilter("\"State\" = 0");
            ask.HasIndex(a => a.At);
            ask.HasIndex(a => a.RemindAt).HasFilter("\"RemindAt\" IS NOT NULL");
            ask.Property(a => a.Version).IsConcurrencyToken();
        }
    }
}

public enum AskState : short { Waiting, Answered, NotToday, Closed }
