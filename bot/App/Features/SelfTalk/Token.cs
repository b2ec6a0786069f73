namespace ServiceCulture.Bot.Features.SelfTalk;

/// <summary>A word as the cues know it: folded, contractions written out. A full stop, question mark or line's end is a token of its own.</summary>
/// <param name="Start">Where the word that it comes from begins in the person's text.</param>
/// <param name="Length">How long that word is there.</param>
readonly record struct Token(string Word, int Start, int Length)
{
    internal const string Stop = ".", Question = "?";

    internal bool Ends => Word is Stop or Question;
}
