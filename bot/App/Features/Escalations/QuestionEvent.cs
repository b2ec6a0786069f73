using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceCulture.Bot.Features.Escalations.Course;

namespace ServiceCulture.Bot.Features.Escalations;

/// <summary>
/// Something said about a question, or something that happened to it: the conversation and the history in one, in their
/// order. Appended; afterwards only what its author edited or deleted where they wrote it changes.
/// </summary>
public sealed class QuestionEvent
{
    public required Guid QuestionId { get; init; }

    /// <summary>From 1, in order.</summary>
    public required int Number { get; init; }
    public required DateTime At { get; init; }
    public required EventKind Kind { get; init; }

    /// <summary>Who said or did it; null: the bot, or a colleague who had their data erased.</summary>
    public Guid? MemberId { get; set; }

    /// <summary>Whom it was about: to whom it was offered, passed or handed. Of what says where it belongs, the topic.</summary>
    public Guid? OtherId { get; set; }

    /// <summary>As typed; empty where nothing was said.</summary>
    public string Words { get; set; } = "";

    /// <summary>A number that belongs to it: the offer's, the urgency, minutes, an answer's <see cref="Decision"/>.</summary>
    public int? Amount { get; init; }

    /// <summary>When its author changed or deleted it where they had written it.</summary>
    public DateTime? EditedAt { get; set; }
    public DateTime? DeletedAt { get; set; }

    sealed class Table : IEntityTypeConfiguration<QuestionEvent>
    {
        public void Configure(EntityTypeBuilder<QuestionEvent> one)
        {
            one.ToTable("QuestionEvents").HasKey(e => new { e.QuestionId, e.Number });
            one.HasIndex(e => e.MemberId).HasFilter("\"MemberId\" IS NOT NULL");
            one.HasIndex(e => e.OtherId).HasFilter("\"OtherId\" IS NOT NULL");
        }
    }
}
