using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Values;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>One version of a pack of prompts. Published versions never change; HR edits a draft.</summary>
public sealed class PromptPack : IKept
{
    public required string Id { get; init; }
    public required string Language { get; init; }
    public required int Version { get; init; }
    public required Origin Origin { get; init; }
    public required string Name { get; set; }
    public required List<string> Prompts { get; set; }
    public PackState State { get; set; }
    public Guid? ChangedBy { get; set; }
    public DateTime? ChangedAt { get; set; }

    sealed class Table : IEntityTypeConfiguration<PromptPack>
    {
        public void Configure(EntityTypeBuilder<PromptPack> pack)
        {
            pack.ToTable("PromptPacks").HasKey(p => new { p.Id, p.Language, p.Version });
            pack.Property(p => p.ChangedAt).IsConcurrencyToken();
        }
    }
}

/// <summary>At most one version of a pack is published; <see cref="Earlier"/> ones can be rolled back to.</summary>
public enum PackState : short { Draft, Published, Earlier, Archived }
