using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Escalations;

/// <summary>Somebody is an expert of a topic. HR says so.</summary>
public sealed class Expertise
{
    public required Guid MemberId { get; init; }
    public required Guid TopicId { get; init; }
    public required ExpertLevel Level { get; set; }

    sealed class Table : IEntityTypeConfiguration<Expertise>
    {
        public void Configure(EntityTypeBuilder<Expertise> expertise)
        {
            expertise.ToTable("Expertises").HasKey(e => new { e.MemberId, e.TopicId });
            expertise.HasIndex(e => e.TopicId);
        }
    }
}

/// <summary>What an expert may be asked for.</summary>
public enum ExpertLevel : short
{
    /// <summary>Knows the topic.</summary>
    Knows = 1,

    /// <summary>Knows it, and may decide what the customer gets.</summary>
    CanDecide = 2,
}

/// <summary>How somebody wants to be an expert: when, how much, in which languages. Who has no row has the usual.</summary>
public sealed class ExpertSettings
{
    public const int UsualCapacity = 3, MostCapacity = 50;

    public required Guid MemberId { get; init; }

    /// <summary>Duty days and minutes of their own day; null: as they work. An end that is not later than the start is the next day's.</summary>
    public Weekdays? DutyDays { get; set; }
    public int? DutyFrom { get; set; }
    public int? DutyTo { get; set; }

    /// <summary>Nothing is offered before then.</summary>
    public DateTime? PausedUntil { get; set; }

    /// <summary>So many open questions at once; 0: none for now.</summary>
    public int Capacity { get; set; } = UsualCapacity;

    /// <summary>Two-letter languages with commas between; empty: the one they use with the bot.</summary>
    public string Languages { get; set; } = "";
    public int Version { get; set; } = 1;

    sealed class Table : IEntityTypeConfiguration<ExpertSettings>
    {
        public void Configure(EntityTypeBuilder<ExpertSettings> settings)
        {
            settings.ToTable("ExpertSettings").HasKey(s => s.MemberId);
            settings.Property(s => s.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>Who looks at the questions that nobody's topic fits, from when to when.</summary>
public sealed class TriageTurn
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid MemberId { get; set; }

    /// <summary>UTC, from and up to.</summary>
    public required DateTime From { get; init; }
    public required DateTime To { get; init; }

    sealed class Table : IEntityTypeConfiguration<TriageTurn>
    {
        public void Configure(EntityTypeBuilder<TriageTurn> turn)
        {
            turn.ToTable("TriageTurns").HasIndex(t => new { t.MemberId, t.From }).IsUnique();
            turn.HasIndex(t => t.To);
        }
    }
}
