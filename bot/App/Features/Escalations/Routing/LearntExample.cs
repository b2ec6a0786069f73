using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceCulture.Bot.Features.Escalations.Routing;

/// <summary>
/// A question and the topic in which it was solved: what the router learns from. Appended, and erased with the question; every node
/// learns them in the order of <see cref="Position"/>.
/// </summary>
public sealed class LearntExample
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid TopicId { get; init; }

    /// <summary>Null: from a file of past questions.</summary>
    public Guid? QuestionId { get; init; }

    /// <summary>Who asked, with whose key the words are sealed; null: nobody we know.</summary>
    public Guid? MemberId { get; set; }

    /// <summary>The words of a past question from a file.</summary>
    public string? Words { get; init; }

    /// <summary>The words of a question that somebody asked here.</summary>
    public byte[]? Sealed { get; set; }
    public required DateTime At { get; init; }

    /// <summary>Its place in the order of learning, without gaps from 1; null until a node gave it one.</summary>
    public long? Position { get; set; }

    sealed class Table : IEntityTypeConfiguration<LearntExample>
    {
        public void Configure(EntityTypeBuilder<LearntExample> example)
        {
            example.ToTable("LearntExamples").HasIndex(e => e.Position).IsUnique();
            example.HasIndex(e => e.QuestionId);
            example.HasIndex(e => e.MemberId);
            example.HasIndex(e => e.At);
        }
    }
}

/// <summary>
/// From what every node builds its model: all examples up to a position, and the topics as they stood. What came later is learnt one by one,
/// in order: so the same questions make the same model everywhere.
/// </summary>
public sealed class RouterGeneration
{
    public required int Number { get; init; }

    /// <summary>The last position that it is built from.</summary>
    public required long UpTo { get; init; }

    /// <summary>How many examples there were up to it: fewer now means that some were erased, and it is built anew.</summary>
    public required int Examples { get; init; }

    /// <summary>A hash of the topics and their versions.</summary>
    public required string Topics { get; init; }
    public required DateTime At { get; init; }

    sealed class Table : IEntityTypeConfiguration<RouterGeneration>
    {
        public void Configure(EntityTypeBuilder<RouterGeneration> generation)
        {
            generation.ToTable("RouterGenerations").HasKey(g => g.Number);
            generation.Property(g => g.Number).ValueGeneratedNever();
        }
    }
}
