namespace ServiceCulture.Bot.Features.Crisis;

/// <summary>What kind of crisis words suggest. Help is the same for all of them.</summary>
public enum CrisisKind { Explicit, Veiled, Seeking, AboutSomeoneElse }

/// <summary>
/// Finds words of somebody who may be in danger, from lists and weights in this very process. It keeps nothing, counts
/// nothing and tells nobody; a list can miss and can be wrong, so all it may lead to is an offer of help.
/// </summary>
public static class CrisisWords
{
    // Longer words are read from both ends: a private field holds less than this.
    const int Most = 6000;

    static readonly Lazy<CrisisReader> Reader = new(CrisisReader.English);

    /// <summary>The kind that the words suggest; null for ordinary words.</summary>
    public static CrisisKind? Read(string words) => string.IsNullOrWhiteSpace(words) ? null
        : Reader.Value.Read(words.Length <= Most ? words : string.Concat(words.AsSpan(0, Most / 2), " . ", words.AsSpan(words.Length - Most / 2)));
}
