using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Escalations;

/// <summary>What questions are about, as HR sees it. Never deleted: what was asked keeps its name.</summary>
public sealed class Topic : IKept
{
    public const int MostName = 80, MostWords = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }

    /// <summary>The name folded for comparison (<see cref="Folding.Key"/>): no two topics share one.</summary>
    public required string NameKey { get; set; }
    public string Description { get; set; } = "";

    /// <summary>What the asker may offer the customer while they wait; empty: nothing of the topic's own.</summary>
    public string Meanwhile { get; set; } = "";

    /// <summary>A sentence for the customer; empty: one of the phrases.</summary>
    public string ForCustomer { get; set; } = "";

    /// <summary>Since when nothing is routed here any more.</summary>
    public DateTime? ArchivedAt { get; set; }

    /// <summary>Moves with every change of the topic or of its samples: what learnt from it looks again.</summary>
    public int Version { get; set; } = 1;
    public required DateTime CreatedAt { get; init; }

    sealed class Table : IEntityTypeConfiguration<Topic>
    {
        public void Configure(EntityTypeBuilder<Topic> topic)
        {
            topic.ToTable("Topics").HasIndex(t => t.NameKey).IsUnique();
            topic.Property(t => t.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>A question as people ask it, which HR gives to a topic so that it is known before anybody asked.</summary>
public sealed class TopicSample
{
    public const int MostWords = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid TopicId { get; init; }

    /// <summary>Its place among the topic's samples, from 0.</summary>
    public required int Place { get; init; }
    public required string Words { get; init; }

    sealed class Table : IEntityTypeConfiguration<TopicSample>
    {
        public void Configure(EntityTypeBuilder<TopicSample> sample) => sample.ToTable("TopicSamples").HasIndex(s => new { s.TopicId, s.Place });
    }
}
