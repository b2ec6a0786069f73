using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceCulture.Bot.Features.Escalations.Course;

namespace ServiceCulture.Bot.Features.Escalations;

/// <summary>
/// A question that somebody could not answer alone, as it stands now. What was said and what happened stands in its
/// <see cref="QuestionEvent"/>s, whom it was offered to in its <see cref="QuestionOffer"/>s. It is moved by
/// <see cref="Moving"/> only, through <see cref="Standing"/>.
/// </summary>
public sealed class Question
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Guid.Empty: whoever asked has had their data erased, and only the question's numbers are left.</summary>
    public required Guid AskerId { get; set; }
    public required string Words { get; set; }

    /// <summary>What the asker tried before; empty: nothing was said.</summary>
    public string Tried { get; set; } = "";

    /// <summary>The customer's reference, and what they need.</summary>
    public string Customer { get; set; } = "";
    public string Need { get; set; } = "";

    /// <summary>The message that became the question.</summary>
    public string? Link { get; set; }

    /// <summary>The language it is asked in, as a culture's name; null: not known.</summary>
    public string? Culture { get; set; }

    /// <summary>Which of the asker's questions of that moment it is: two deliveries of one request ask once.</summary>
    public required DateTime AskedAt { get; init; }
    public Urgency Urgency { get; set; }
    public bool NeedsDecision { get; set; }

    /// <summary>Null: none of the topics, so a person looks where it belongs.</summary>
    public Guid? TopicId { get; set; }
    public QuestionState State { get; set; }

    /// <summary>Who has it; while it waits for the asker's word, who answered it.</summary>
    public Guid? OwnerId { get; set; }

    /// <summary>The person of the triage rota who looks after it; null in triage: nobody is on the rota.</summary>
    public Guid? TriageId { get; set; }

    /// <summary>When the job looks at it next, UTC: the earliest of warning, deadline and call-back. Null once it is closed.</summary>
    public DateTime? DueAt { get; set; }
    public DateTime? Deadline { get; set; }

    /// <summary>When whoever it waits for is warned; null: they were, or are not to be.</summary>
    public DateTime? WarnAt { get; set; }

    /// <summary>When the answer is due, whoever has it.</summary>
    public DateTime? AnswerBy { get; set; }

    /// <summary>When the asker promised to call the customer back; null: not, or they were reminded.</summary>
    public DateTime? CallBackAt { get; set; }
    public DateTime? AcceptedAt { get; set; }
    public DateTime? FirstAnswerAt { get; set; }
    public DateTime? AnsweredAt { get; set; }
    public DateTime? SolvedAt { get; set; }

    /// <summary>Off every list of open work since then; 90 days later it goes.</summary>
    public DateTime? ClosedAt { get; set; }
    public DateTime? NudgedAt { get; set; }

    /// <summary>How often it changed hands after somebody had it, was reopened, ran over its time, and stood with triage without a change.</summary>
    public int Transfers { get; set; }
    public int Reopened { get; set; }
    public int Overdue { get; set; }
    public int TriageRounds { get; set; }

    /// <summary>Offers since it was last sent to a topic.</summary>
    public int OffersInRound { get; set; }

    /// <summary>Whether the asker or the customer had to repeat anything.</summary>
    public Repeated Repeated { get; set; }

    /// <summary>The note, or the earlier question, that answered it without anybody being asked.</summary>
    public Guid? NoteId { get; set; }

    /// <summary>The number of its last event; the next has the next.</summary>
    public int LastEvent { get; set; }
    public int Version { get; set; } = 1;

    sealed class Table : IEntityTypeConfiguration<Question>
    {
        public void Configure(EntityTypeBuilder<Question> question)
        {
            question.ToTable("Questions").HasIndex(q => q.DueAt).HasFilter("\"DueAt\" IS NOT NULL");
            question.HasIndex(q => q.AskerId);
            question.HasIndex(q => q.AnsweredAt).HasFilter("\"AnsweredAt\" IS NOT NULL").HasDatabaseName("IX_Questions_Answered");
            question.HasIndex(q => new { q.OwnerId, q.State });
            question.HasIndex(q => q.TriageId).HasFilter("\"TriageId\" IS NOT NULL");
            question.HasIndex(q => new { q.TopicId, q.ClosedAt });
            question.HasIndex(q => q.ClosedAt).HasFilter("\"ClosedAt\" IS NOT NULL").HasDatabaseName("IX_Questions_Closed");
            question.Property(q => q.Version).IsConcurrencyToken();
        }
    }
}
