using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>A shift of somebody, or an absence. Who has any within a fortnight is asked inside these only; who has none has working hours.</summary>
public sealed class Shift
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid MemberId { get; set; }

    /// <summary>UTC, from and up to.</summary>
    public required DateTime Start { get; init; }
    public required DateTime End { get; init; }
    public bool IsAbsence { get; init; }

    sealed class Table : IEntityTypeConfiguration<Shift>
    {
        public void Configure(EntityTypeBuilder<Shift> shift)
        {
            shift.ToTable("Shifts").HasIndex(s => new { s.MemberId, s.Start }).IsUnique();
            shift.HasIndex(s => s.End);
        }
    }
}

/// <summary>A holiday of a country, or of one region of it: nobody there is asked.</summary>
public sealed class Holiday : IKept
{
    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>As in the people file; empty: the whole country.</summary>
    public required string Region { get; init; }
    public required DateOnly Day { get; init; }
    public required string Name { get; set; }

    sealed class Table : IEntityTypeConfiguration<Holiday>
    {
        public void Configure(EntityTypeBuilder<Holiday> holiday) => holiday.ToTable("Holidays").HasKey(h => new { h.Country, h.Region, h.Day });
    }
}

/// <summary>A feature that HR switched off at a site. A row: it is off.</summary>
public sealed class SwitchedOff : IKept
{
    public required string Site { get; init; }
    public required string Feature { get; init; }
    public required DateTime At { get; init; }

    sealed class Table : IEntityTypeConfiguration<SwitchedOff>
    {
        public void Configure(EntityTypeBuilder<SwitchedOff> off) => off.ToTable("SwitchedOff").HasKey(o => new { o.Site, o.Feature });
    }
}
