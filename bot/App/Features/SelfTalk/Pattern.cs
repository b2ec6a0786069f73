namespace ServiceCulture.Bot.Features.SelfTalk;

/// <summary>The eleven ways in which a sentence to oneself bends what happened. It is said of a sentence, never of a person.</summary>
public enum Pattern
{
    AllOrNothing,
    Overgeneralising,
    MentalFilter,
    DiscountingThePositive,
    MindReading,
    FortuneTelling,
    Magnifying,
    EmotionalReasoning,
    ShouldStatements,
    Labelling,
    Personalising,
}

/// <summary>What the patterns are called in files, rows and on the wire; never changed once shipped.</summary>
public static class PatternIds
{
    /// <summary>The id of a sentence that follows no pattern.</summary>
    public const string None = "none";

    static readonly string[] Ids =
    [
        "all-or-nothing", "overgeneralising", "mental filter", "discounting the positive", "mind reading", "fortune telling",
        "magnifying", "emotional reasoning", "should statements", "labelling", "personalising",
    ];

    public static string Id(this Pattern pattern) => Ids[(int)pattern];

    /// <returns>Null for an id that is none of the eleven.</returns>
    public static Pattern? Find(string id) => Array.IndexOf(Ids, id) is >= 0 and var at ? (Pattern)at : null;
}
