using ServiceCulture.Cards.Pulse;

namespace ServiceCulture.Cards.Publishing;

/// <summary>How steady a group feels: all that is ever said of it.</summary>
public enum BalanceWord : short
{
    /// <summary>Clearly towards shaken.</summary>
    Strained = 1,

    /// <summary>Neither clearly.</summary>
    Mixed,

    /// <summary>Clearly towards steady.</summary>
    Steady,
}

/// <summary>
/// How many of a group agree with a statement, in steps of a fifth. Each is true as it stands, for small groups too: "two fifths or
/// fewer" may be none of five. So neither none nor all is ever said, nor how many answered.
/// </summary>
public enum Agreement : short
{
    /// <summary>About a fifth, or fewer.</summary>
    AFifthOrFewer = 1,

    /// <summary>About two fifths, or fewer.</summary>
    TwoFifthsOrFewer,

    /// <summary>About three fifths, or more.</summary>
    ThreeFifthsOrMore,

    /// <summary>About four fifths, or more.</summary>
    FourFifthsOrMore,
}

/// <summary>What is said of a group's figure, and nothing besides: no count, no share to the point, no direction since last time.</summary>
public static class FigureWords
{
    /// <summary>One word; null: not enough answers.</summary>
    public static Text Balance(BalanceWord? balance) => balance switch
    {
        BalanceWord.Steady => $"steady",
        BalanceWord.Mixed => $"mixed",
        BalanceWord.Strained => $"strained",
        _ => NotEnough,
    };

    /// <summary>How many agree; null: not enough answers.</summary>
    public static Text Agreeing(Agreement? agreement) => agreement is { } share ? $"{Share(share)} agree" : NotEnough;

    /// <summary>How many of those asked took part, for the whole organisation; null: not enough answers.</summary>
    public static Text TakingPart(Agreement? share) => share is { } fifths ? $"{Share(fifths)} of those asked answered at least once" : NotEnough;

    /// <summary>The share alone, where it stands beside what it is of; null: not enough answers.</summary>
    public static Text Fifths(Agreement? share) => share is { } fifths ? Share(fifths) : NotEnough;

    /// <summary>What was asked, as a label: the check-in's question or a statement of the pulse.</summary>
    /// <param name="question">As figures are kept under it.</param>
    /// <param name="own">The organisation's own words for the statements, in their order; null: as shipped.</param>
    public static Text Asked(string question, IReadOnlyList<string>? own = null) => !PulseStatements.Ids.Contains(question) ? $"How steady people feel"
        : own is null ? PulseStatements.Words(question)
        : Text.Of(own[PulseStatements.Ids.TakeWhile(id => id != question).Count()]);

    /// <summary>The window's first and last day.</summary>
    public static Text Window(DateOnly from, DateOnly last) => $"{Day(from)} to {Day(last)}";

    static Text NotEnough => $"not enough answers";

    static Text Share(Agreement share) => share switch
    {
        Agreement.AFifthOrFewer => $"about a fifth or fewer",
        Agreement.TwoFifthsOrFewer => $"about two fifths or fewer",
        Agreement.ThreeFifthsOrMore => $"about three fifths or more",
        _ => $"about four fifths or more",
    };

    // Noon, so that no reader's zone makes another day of it where zones are within twelve hours; windows are days, not moments.
    static Hole.Moment Day(DateOnly day) => new Hole.Moment(day.ToDateTime(new TimeOnly(12, 0)), MomentStyle.Date);
}
