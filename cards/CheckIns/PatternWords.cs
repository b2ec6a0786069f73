namespace ServiceCulture.Cards.CheckIns;

/// <summary>How a pattern in a sentence is called and explained to the person who wrote it. It is said of the sentence, never of the person.</summary>
/// <param name="Name">Its plain name.</param>
/// <param name="Line">One line that explains it kindly.</param>
public sealed record PatternWords(Text Name, Text Line)
{
    static readonly Dictionary<string, PatternWords> Words = new()
    {
        ["all-or-nothing"] = new($"All or nothing", $"The sentence knows only perfect or worthless. Most work lies somewhere between."),
        ["overgeneralising"] = new($"One becomes always", $"Something that happened becomes “always”, “never” or “everyone”. It may have been this once, or a few times."),
        ["mental filter"] = new($"Only the bad part", $"One hard moment stands in front of everything else. The rest of the day was there too."),
        ["discounting the positive"] = new($"The good doesn't count", $"Something went well, and the sentence explains it away. It may be allowed to count."),
        ["mind reading"] = new($"Reading minds", $"The sentence says what others think. We often guess, and often guess too harshly."),
        ["fortune telling"] = new($"Telling the future", $"The sentence knows already how it will end. It may be hard, and it is still open."),
        ["magnifying"] = new($"Larger than it is", $"Something unpleasant grows into a disaster. It may be bad and still be something one can handle."),
        ["emotional reasoning"] = new($"It feels so, so it is so", $"A feeling is taken as proof. The feeling is real; what it seems to prove may not be."),
        ["should statements"] = new($"Shoulds and musts", $"A wish has turned into a law, with a penalty. Said as a wish, it often weighs less."),
        ["labelling"] = new($"A name instead of a deed", $"One thing that happened has become a name for a whole person. People are more than one thing they did."),
        ["personalising"] = new($"All on one person", $"One person carries all of it, oneself or another. Most things have several causes."),
    };

    /// <summary>The ids of the eleven patterns, in the order in which lists show them.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. Words.Keys];

    /// <summary>The words for a pattern's id.</summary>
    /// <exception cref="KeyNotFoundException">The id is none of the eleven.</exception>
    public static PatternWords Of(string id) => Words[id];
}
