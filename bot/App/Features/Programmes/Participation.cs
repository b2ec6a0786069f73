using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>
/// What somebody chose about being asked. No row: they have not been invited yet. Nobody but themselves sees it; who
/// said no or skipped is shown to nobody.
/// </summary>
public sealed class Participation
{
    /// <summary>So many asks in a row without an answer, and the bot falls silent.</summary>
    public const int MostUnanswered = 3;

    public required Guid MemberId { get; init; }

    /// <summary>When the one invitation was sent; nothing is asked before its yes.</summary>
    public DateTime? InvitedAt { get; set; }
    public Taking Taking { get; set; }
    public DateTime? ChosenAt { get; set; }

    /// <summary>The first day, in their own zone, on which they may be asked again; <see cref="DateOnly.MaxValue"/>: for good.</summary>
    public DateOnly? PausedUntil { get; set; }

    /// <summary>Minutes of their day at which they like to be asked; null: where their choice and the programme put it.</summary>
    public int? OwnMinute { get; set; }

    /// <summary>The days on which they like to be asked; null: the programme's.</summary>
    public Weekdays? OwnDays { get; set; }

    /// <summary>Asked so often in a row without an answer.</summary>
    public int Unanswered { get; set; }

    /// <summary>When the bot last said that it falls silent; kept until they are next asked, so that it isn't on that very day.</summary>
    public DateTime? SilentSince { get; set; }

    /// <summary>The bot asks nothing until they do something.</summary>
    public bool IsSilent => SilentSince is not null && Unanswered >= MostUnanswered;
    public int Version { get; set; } = 1;

    sealed class Table : IEntityTypeConfiguration<Participation>
    {
        public void Configure(EntityTypeBuilder<Participation> participation)
        {
            participation.ToTable("Participations").HasKey(p => p.MemberId);
            participation.Property(p => p.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>When somebody wants to be asked.</summary>
public enum Taking : short { Undecided, AtStart, AtEnd, OnMyOwn, No }
