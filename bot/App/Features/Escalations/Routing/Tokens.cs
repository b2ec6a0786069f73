using System.Text;

namespace ServiceCulture.Bot.Features.Escalations.Routing;

/// <summary>The words of a question, lower case, in their order. Signs that carry meaning in a question of money (?, $, €, £, %) are words too.</summary>
static class Tokens
{
    /// <summary>What is longer says nothing more about the topic, and costs the square of its length.</summary>
    const int Most = 120;

    internal static List<string> Of(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter))
                word.Append(char.ToLowerInvariant(letter));
            else if (letter is not ('\'' or '’' or '`'))
                End(letter);
            if (words.Count >= Most)
                return words;
        }
        End(' ');
        return words;

        void End(char sign)
        {
            if (word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
            if (sign is '?' or '$' or '€' or '£' or '%')
                words.Add(sign.ToString());
        }
    }
}
