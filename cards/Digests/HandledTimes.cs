namespace ServiceCulture.Cards.Digests;

/// <summary>For when the answers were needed.</summary>
public enum HandledFor
{
    /// <summary>While a customer waited.</summary>
    Waiting,

    /// <summary>On the same day.</summary>
    Today,

    /// <summary>Within the week.</summary>
    Week,
}

/// <summary>A time in which questions were handled, in minutes.</summary>
/// <param name="Half">Half of them were no slower.</param>
/// <param name="NineInTen">Nine in ten were no slower; null: it is not kept.</param>
public readonly record struct HandledTime(int Half, int? NineInTen)
{
    internal Text Within => NineInTen is { } nine ? $"{Length(Half)} (nine in ten: {Length(nine)})" : Length(Half);

    static Text Length(int minutes) => minutes < 120 ? $"{new Hole.Count(Math.Max(minutes, 1), "minute", "minutes")}" : (Text)$"{new Hole.Count((minutes + 30) / 60, "hour", "hours")}";
}

/// <summary>How long questions of one urgency took, as published. What is null may not be said.</summary>
/// <param name="Taken">From asking until somebody had it.</param>
/// <param name="Answered">From asking to the first word of whoever had it.</param>
/// <param name="Solved">From asking until its asker called it solved.</param>
public sealed record HandledTimes(HandledFor Urgency, HandledTime? Taken, HandledTime? Answered, HandledTime? Solved)
{
    /// <summary>By which the slowest come first, in minutes.</summary>
    public int Slowest => Solved?.Half ?? Answered?.Half ?? Taken?.Half ?? 0;

    /// <summary>One line.</summary>
    /// <param name="topic">Null: of all topics.</param>
    internal Text Line(string? topic = null) => (topic, Urgency) switch
    {
        (null, HandledFor.Waiting) => $"While a customer waited: half were {Times}",
        (null, HandledFor.Today) => $"For the same day: half were {Times}",
        (null, _) => $"For the week: half were {Times}",
        (_, HandledFor.Waiting) => $"{new Hole.Bold(topic)}, while a customer waited: half were {Times}",
        (_, HandledFor.Today) => $"{new Hole.Bold(topic)}, for the same day: half were {Times}",
        _ => (Text)$"{new Hole.Bold(topic)}, for the week: half were {Times}",
    };

    Text Times => Texts.List(
    [
        .. Taken is { } taken ? (Text[])[$"taken within {taken.Within}"] : [],
        .. Answered is { } answered ? (Text[])[$"first answered within {answered.Within}"] : [],
        .. Solved is { } solved ? (Text[])[$"solved within {solved.Within}"] : [],
    ]);
}
