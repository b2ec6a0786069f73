using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Values;

namespace ServiceCulture.Bot.Features.Phrases;

/// <summary>Words for the customer, by situation: shipped, or a team's own.</summary>
public sealed class Phrase : IKept
{
    public required string Id { get; init; }
    public required string Language { get; init; }
    public required Origin Origin { get; init; }
    public required int Version { get; set; }
    public required string Situation { get; set; }
    public required string ValueId { get; set; }
    public required string Words { get; set; }

    /// <summary>An alternative that one may offer; empty: none.</summary>
    public string Offer { get; set; } = "";

    /// <summary>The team whose own it is; null: everybody's.</summary>
    public Guid? TeamId { get; init; }
    public Guid? AddedBy { get; init; }
    public DateTime? ArchivedAt { get; set; }

    sealed class Table : IEntityTypeConfiguration<Phrase>
    {
        public void Configure(EntityTypeBuilder<Phrase> phrase) => phrase.ToTable("Phrases").HasKey(p => new { p.Id, p.Language });
    }
}
