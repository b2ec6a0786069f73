using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceCulture.Bot.Features.Escalations.Course;

namespace ServiceCulture.Bot.Features.Escalations.Figures;

/// <summary>What is said of how questions were handled. Never renumbered: it stands in rows.</summary>
public enum HandlingMeasure : short
{
    /// <summary>Minutes from asking until somebody had it, by urgency.</summary>
    ToAccept = 1,

    /// <summary>Minutes from asking to the first word of whoever had it, by urgency.</summary>
    ToFirstAnswer,

    /// <summary>Minutes from asking to "solved", by urgency.</summary>
    ToSolved,

    /// <summary>How often a solved question changed hands, on average.</summary>
    Transfers,

    /// <summary>Percent of those who said so: somebody had to repeat something.</summary>
    Repeated,

    /// <summary>Percent of the solved questions that an answer which was there already ended.</summary>
    WithoutAsking,

    /// <summary>Percent of the questions solved by an expert: by the first one who was offered it, with no transfer and no reopening.</summary>
    FirstTimeRight,

    /// <summary>What the busiest took, as a multiple of an even share. 1 is even.</summary>
    Spread,

    /// <summary>Percent of the answered questions that ended without their asker's word: answered, unconfirmed.</summary>
    Unconfirmed,
}

/// <summary>
/// One figure about how questions were handled in a window of four weeks, frozen when it was over: of the whole organisation, of a team with all
/// below it, or of a topic. Nobody's name and no count. What may not be said has no row, except of the whole organisation.
/// </summary>
public sealed class HandlingFigure
{
    /// <summary>Stands for all urgencies, or all topics.</summary>
    public const short AnyUrgency = -1;

    /// <inheritdoc cref="AnyUrgency"/>
    public static readonly Guid AllTopics = Guid.Empty;

    /// <summary><see cref="Publishing.PublicationWindow.Index"/>.</summary>
    public required int Window { get; init; }
    public required HandlingMeasure Measure { get; init; }

    /// <summary>An <see cref="Course.Urgency"/>, or <see cref="AnyUrgency"/>.</summary>
    public required short Urgency { get; init; }

    /// <summary><see cref="Publishing.GroupTree.Whole"/> for the whole organisation, as for a topic.</summary>
    public required Guid GroupId { get; init; }
    public required Guid TopicId { get; init; }

    /// <summary>The median, mean or percent, by the measure; null: not enough.</summary>
    public double? Value { get; init; }

    /// <summary>Of times: nine in ten were no later.</summary>
    public double? P90 { get; init; }

    /// <summary>Null: of all urgencies.</summary>
    public Urgency? By => Urgency == AnyUrgency ? null : (Urgency)Urgency;

    sealed class Table : IEntityTypeConfiguration<HandlingFigure>
    {
        public void Configure(EntityTypeBuilder<HandlingFigure> figure)
        {
            figure.ToTable("HandlingFigures").HasKey(f => new { f.Window, f.Measure, f.Urgency, f.GroupId, f.TopicId });
            figure.Ignore(f => f.By);
            figure.HasIndex(f => new { f.GroupId, f.Window });
        }
    }
}
