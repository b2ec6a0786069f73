using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceCulture.Bot.Features.Escalations.Notes;

/// <summary>
/// An answer that its expert approved for everybody: found by whoever asks something like it. It outlives the question it came
/// from, so nothing of a customer may stand in it, and somebody looks at it again on a day.
/// </summary>
public sealed class Note
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The question it came from, which may be forgotten by now.</summary>
    public Guid? QuestionId { get; init; }
    public Guid? TopicId { get; set; }
    public required string Words { get; set; }
    public required string Answer { get; set; }

    /// <summary>Who answered. Guid.Empty: a colleague who had their data erased, or left long ago.</summary>
    public required Guid AuthorId { get; set; }

    /// <summary>Who looks at it again; null: nobody any more, so the topic's experts are asked.</summary>
    public required Guid? OwnerId { get; set; }
    public required DateTime MadeAt { get; init; }
    public required DateOnly ReviewOn { get; set; }

    /// <summary>When somebody is to be asked whether it is still right, UTC; null: they were.</summary>
    public DateTime? RemindAt { get; set; }

    /// <summary>Since when it is marked and sinks below the others.</summary>
    public DateTime? OutdatedAt { get; set; }

    /// <summary>Moves with every change: what searches the notes looks for the newest.</summary>
    public required DateTime ChangedAt { get; set; }
    public int Version { get; set; } = 1;

    sealed class Table : IEntityTypeConfiguration<Note>
    {
        public void Configure(EntityTypeBuilder<Note> note)
        {
            note.ToTable("Notes").HasIndex(n => n.QuestionId).IsUnique().HasFilter("\"QuestionId\" IS NOT NULL");
            note.HasIndex(n => n.RemindAt).HasFilter("\"RemindAt\" IS NOT NULL");
            note.HasIndex(n => n.ChangedAt);
            note.HasIndex(n => n.AuthorId);
            note.HasIndex(n => n.OwnerId);
            note.Property(n => n.Version).IsConcurrencyToken();
        }
    }
}
