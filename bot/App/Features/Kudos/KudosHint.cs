using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Features.Kudos;

/// <summary>One hint after sending, where the words praise without saying what was done or what it led to. A word list; it can be wrong, so it only ever suggests.</summary>
static class KudosHint
{
    static readonly HashSet<string> Praise = [.. "thanks thank you so much very for being a an the awesome great amazing best super always really just nice good job work well done team player help helping helped helpful support your all everything of to and are is as ever kind star fantastic brilliant wonderful appreciated appreciate it".Split(' ')];

    static readonly string[] Results = ["until", "so that", " so ", "because", "which", "that way", "now ", "solved", "sorted", "fixed", "saved", "kept", "led to", "meant", "without", "got their", "got her", "got his", "in the end", "finally", "resolved", "calm", "happy", "thanked", "back on", "could", "instead", "before"];

    /// <summary>Null where nothing is missing.</summary>
    public static Text? For(string words)
    {
        var key = Folding.Key(words);
        if (key.Split(' ').Count(word => !Praise.Contains(word)) < 3)
            return $"It says how you feel about it, but not yet what they did. One sentence about the deed makes it last; “Edit the words” adds it.";
        var padded = $" {key} ";
        return Array.Exists(Results, padded.Contains)
            ? null
            : (Text)$"It says what they did. What did it lead to, for the customer or for you? “Edit the words” adds it.";
    }
}
