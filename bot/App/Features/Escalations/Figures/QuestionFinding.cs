using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceCulture.Bot.Features.Escalations.Figures;

/// <summary>What a window's questions taught. Never renumbered: it stands in rows.</summary>
public enum FindingKind : short
{
    /// <summary>The same was asked again and again, and no note answers it.</summary>
    KeepAsking = 1,

    /// <summary>What was to be decided was nearly always granted.</summary>
    CouldDecide,

    /// <summary>Enough was decided, and by too few people for anything to be said of the topic alone.</summary>
    TooFewDecided,
}

/// <summary>
/// One thing that the questions of a window of four weeks taught, of the whole organisation, frozen with that window's figures. A topic and a number; nobody's words,
/// nobody's name.
/// </summary>
public sealed class QuestionFinding
{
    /// <summary><see cref="Publishing.PublicationWindow.Index"/>.</summary>
    public required int Window { get; init; }
    public required FindingKind Kind { get; init; }

    /// <summary>Its place among those of its kind, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Null: of what is kept asking, questions that fit none; of what could be decided, all topics together of which nothing may be said alone.</summary>
    public Guid? TopicId { get; init; }

    /// <summary>Of what is kept asking, how many questions; of what could be decided, percent granted in steps of five; else 0.</summary>
    public required int Amount { get; init; }

    /// <summary>Of what is kept asking, the question most like all the others, as long as questions are kept.</summary>
    public Guid? QuestionId { get; init; }

    sealed class Table : IEntityTypeConfiguration<QuestionFinding>
    {
        public void Configure(EntityTypeBuilder<QuestionFinding> finding) => finding.ToTable("QuestionFindings").HasKey(f => new { f.Window, f.Kind, f.Number });
    }
}
