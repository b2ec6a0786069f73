using System.Globalization;
using System.Text;

namespace ServiceCulture.Bot.Data;

/// <summary>Names as people type them: without accents, case and double spaces.</summary>
public static class Folding
{
    public static string Key(string words)
    {
        var key = new StringBuilder(words.Length);
        foreach (var c in Decompose(words))
            if (char.IsLetterOrDigit(c))
                key.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark && key.Length > 0 && key[^1] != ' ')
                key.Append(' ');
        return key.ToString().TrimEnd();
    }

    // A lone surrogate can't be decomposed; such a name is compared as it stands.
    static string Decompose(string words) => IsWhole(words) ? words.Normalize(NormalizationForm.FormD) : words;

    static bool IsWhole(string words)
    {
        for (var at = 0; at < words.Length; at++)
            if (char.IsSurrogate(words[at]) && !(at + 1 < words.Length && char.IsSurrogatePair(words[at], words[++at])))
                return false;
        return true;
    }
}
