namespace ServiceCulture.Cards.Pulse;

/// <summary>What the weekly pulse asks. An id never changes: figures of years are kept under it.</summary>
public static class PulseStatements
{
    /// <summary>In the order in which they are asked.</summary>
    public static IReadOnlyList<string> Ids { get; } = ["information", "deciding", "feedback", "respect", "handing-over"];

    /// <summary>The statement as people read it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of <see cref="Ids"/>.</exception>
    public static Text Words(string id) => id switch
    {
        "information" => $"I got the information I needed.",
        "deciding" => $"I could decide what the customer needed.",
        "feedback" => $"I got feedback that was useful to me.",
        "respect" => $"Colleagues and leaders treated me with respect.",
        "handing-over" => $"Handing over to others worked.",
        _ => throw new ArgumentOutOfRangeException(nameof(id), id, "There is no such statement."),
    };
}
