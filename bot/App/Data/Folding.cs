using System.Globalization;
using System.Text;

namespace ServiceCulture.Bot.Data;

/// <summary>Names as people type them: without accents, case and double spaces.</summary>
public static class Folding
{
    public static string Key(string words)
    {
        var key = new StringBuilder(words.Length);
        foreach (var c in words)
            if (char.IsLetterOrDigit(c))
                Add(key, char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark && key.Length > 0 && key[^1] != ' ')
                key.Append(' ');
        return key.ToString().TrimEnd();
    }

    // Ligatures are typed as two letters.
    static void Add(StringBuilder key, char letter) => _ = letter switch
    {
        'ß' => key.Append("ss"),
        'æ' => key.Append("ae"),
        'œ' => key.Append("oe"),
        'İ' => key.Append('i'),
        _ => key.Append(Accents.Off(letter)),
    };
}
