using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Values;

/// <summary>A core value, in one language. Archived, never deleted: history keeps its name.</summary>
public sealed class CoreValue : IKept
{
    public required string Id { get; init; }
    public required string Language { get; init; }
    public required int Version { get; set; }
    public required Origin Origin { get; set; }
    public required string Name { get; set; }

    /// <summary>One picture character; never the only carrier of meaning.</summary>
    public required string Glyph { get; set; }
    public required string Meaning { get; set; }
    public required List<string> Behaviours { get; set; }

    /// <summary>Words that people type for it, hashtags without the sign.</summary>
    public required List<string> Synonyms { get; set; }
    public required List<string> Starters { get; set; }
    public required bool ForKudos { get; set; }
    public DateTime? ArchivedAt { get; set; }

    sealed class Table : IEntityTypeConfiguration<CoreValue>
    {
        public void Configure(EntityTypeBuilder<CoreValue> value) => value.ToTable("Values").HasKey(v => new { v.Id, v.Language });
    }
}

/// <summary>Values that belong together, in one language; HR switches it on and off.</summary>
public sealed class ValuePack : IKept
{
    public required string Id { get; init; }
    public required string Language { get; init; }
    public required int Version { get; set; }
    public required Origin Origin { get; init; }
    public required string Name { get; set; }
    public required string About { get; set; }
    public required List<string> ValueIds { get; set; }
    public required int Order { get; set; }
    public bool IsOn { get; set; } = true;

    sealed class Table : IEntityTypeConfiguration<ValuePack>
    {
        public void Configure(EntityTypeBuilder<ValuePack> pack) => pack.ToTable("ValuePacks").HasKey(p => new { p.Id, p.Language });
    }
}

/// <summary>A question that a check-in may ask about a value.</summary>
public sealed class Prompt
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string ValueId { get; init; }
    public required string Language { get; init; }
    public required int Version { get; init; }
    public required Origin Origin { get; init; }
    public required string Words { get; set; }

    sealed class Table : IEntityTypeConfiguration<Prompt>
    {
        public void Configure(EntityTypeBuilder<Prompt> prompt) => prompt.ToTable("Prompts").HasIndex(p => new { p.ValueId, p.Language });
    }
}

/// <summary>Where a text comes from: shipped with the program, or this organisation's own.</summary>
public enum Origin : short { Shipped, Own }
