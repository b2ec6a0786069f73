using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Cards.Crisis;

namespace ServiceCulture.Bot.Features.Crisis;

/// <summary>A line that people can call or write to in a crisis. Shown to nobody until HR has confirmed it.</summary>
public sealed class HelpLine : IKept
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>ISO 3166-1, two letters.</summary>
    public required string Country { get; init; }
    public required string Name { get; set; }
    public required string Number { get; set; }

    /// <summary>How to write to it; empty where one can't.</summary>
    public required string Text { get; set; }
    public required string Hours { get; set; }
    public required string Language { get; set; }

    /// <summary>The day on which all this was last checked.</summary>
    public required DateOnly AsOf { get; set; }
    public required string Source { get; set; }
    public required Origin Origin { get; init; }

    /// <summary>What a shipped line was called when it came, so that it is known again after an edit; null for HR's own.</summary>
    public string? ShippedAs { get; init; }
    public Guid? ConfirmedBy { get; set; }
    public DateTime? ConfirmedAt { get; set; }
    public int Version { get; set; } = 1;

    public HelpLineWords Words => new(Name, Number, Text, Hours, Language);

    sealed class Table : IEntityTypeConfiguration<HelpLine>
    {
        public void Configure(EntityTypeBuilder<HelpLine> line)
        {
            line.ToTable("HelpLines").HasIndex(l => l.ShippedAs).IsUnique();
            line.HasIndex(l => l.Country);
            line.Property(l => l.Version).IsConcurrencyToken();
        }
    }
}
