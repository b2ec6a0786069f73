using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.SelfTalk;

/// <summary>Cuts a text into words, one pass, whatever it holds: typed in haste, in capitals, with or without apostrophes.</summary>
sealed class Tokens(Lexicon lexicon)
{
    // What a form takes is shorter; more than this is never read.
    internal const int LongestText = 4000;
    const int LongestWord = 40;

    internal List<Token> Of(string text)
    {
        var tokens = new List<Token>(text.Length / 4 + 4);
        var end = Math.Min(text.Length, LongestText);
        for (var at = 0; at < end;)
            if (char.IsLetterOrDigit(text[at]))
                at = Word(text, at, end, tokens);
            else
                Mark(text[at++], at - 1, tokens);
        return tokens;
    }

    static void Mark(char mark, int at, List<Token> tokens)
    {
        var word = mark switch { '?' => Token.Question, '.' or '!' or ';' or '\n' or '\r' or '…' or '。' => Token.Stop, _ => null };
        if (word is not null && tokens.Count > 0 && !tokens[^1].Ends)
            tokens.Add(new(word, at, 1));
        else if (word is Token.Question && tokens.Count > 0)
            tokens[^1] = new(word, at, 1);
    }

    int Word(string text, int start, int end, List<Token> tokens)
    {
        Span<char> letters = stackalloc char[LongestWord];
        int at = start, length = 0;
        var apostrophe = -1;
        for (; at < end && (char.IsLetterOrDigit(text[at]) || IsInside(text, at, end)); at++)
            if (IsApostrophe(text[at]))
                apostrophe = length;
            else if (length < LongestWord)
                letters[length++] = Accents.Off(char.ToLowerInvariant(text[at]));
        foreach (var word in lexicon.Words(letters[..length], apostrophe))
            tokens.Add(new(word, start, at - start));
        return at;
    }

    static bool IsInside(string text, int at, int end) =>
        IsApostrophe(text[at]) && at + 1 < end && char.IsLetter(text[at + 1]);

    static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or 'ʼ' or '`' or '´' or '′';
}
