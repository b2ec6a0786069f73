using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Publishing;

/// <summary>Something that people answer and that is published of groups. The feature whose rows the answers are names them here.</summary>
public interface IPublished
{
    Measure Measure { get; }

    /// <summary>The ids under which figures are kept; always the same.</summary>
    IReadOnlyList<string> Questions { get; }

    /// <summary>False: nothing is said of any group, only of the whole organisation.</summary>
    bool ByGroup => true;

    /// <summary>When the first answer of all was given, UTC; null: there is none.</summary>
    Task<DateTime?> First(Db db, CancellationToken cancel);

    /// <summary>What these people answered from one moment up to another, UTC.</summary>
    Task<IReadOnlyList<Given>> Between(Db db, IReadOnlyList<Guid> members, DateTime from, DateTime to, CancellationToken cancel);

    /// <summary>The step, 1 to 5, that an opened answer stands for.</summary>
    int Step(string answer) => throw new NotSupportedException("Nothing is sealed here.");
}

/// <summary>One answer as it is kept: sealed, or, where it is no secret, its step.</summary>
public readonly record struct Given(Guid MemberId, string Question, byte[]? Sealed, int Step = 0);
