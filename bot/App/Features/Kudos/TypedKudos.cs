using ServiceCulture.Bot.Conversation;

namespace ServiceCulture.Bot.Features.Kudos;

/// <summary>
/// A typed line taken apart: whom, which values, what they did. Names may be mentions, "@Ben", or plain names at the
/// beginning; values are hashtags anywhere; the rest are the words.
/// </summary>
/// <param name="Mentions">Platform ids.</param>
/// <param name="Names">Names as typed that fit one member each, or several, or none.</param>
/// <param name="Tags">Hashtags without the sign.</param>
sealed record TypedKudos(IReadOnlyList<string> Mentions, IReadOnlyList<TypedName> Names, IReadOnlyList<string> Tags, string Words)
{
    static readonly string[] Between = ["and", "und", "&", "+", "to", "for", ","];

    /// <param name="named">Members of whose name a word is the first: id and folded name.</param>
    internal static async Task<TypedKudos> Read(Typed line, Func<string, Task<IReadOnlyList<(Guid Id, string Key)>>> named)
    {
        var (mentions, names, tags) = (new List<string>(), new List<TypedName>(), new List<string>());
        var rest = new List<string>();
        var inHead = true;
        var listing = true;
        foreach (var part in line.Parts)
            if (part is TypedPart.Mention mention)
                if (inHead)
                {
                    mentions.Add(mention.Id);
                    listing = false;
                }
                else
                    rest.Add(mention.Text);
            else
            {
                var words = new Queue<string>(Split(part.Text));
                while (inHead && words.Count > 0)
                    (inHead, listing) = await Head(words, names, tags, listing, named);
                rest.AddRange(words);
            }
        return new(mentions, names, tags, Sentence(rest, tags));
    }

    // Takes one thing off the head of the line. A plain word is a name only at the very beginning and behind a comma
    // or an "and"; elsewhere the words have begun.
    static async Task<(bool InHead, bool Listing)> Head(Queue<string> words, List<TypedName> names, List<string> tags, bool listing, Func<string, Task<IReadOnlyList<(Guid Id, string Key)>>> named)
    {
        var word = words.Peek();
        if (word is "\n" || Array.Exists(Between, between => string.Equals(between, word.Trim(','), StringComparison.OrdinalIgnoreCase)) || word.Trim(',') is "")
            return (words.Dequeue() is not null, listing || word is not "\n");
        if (word is ['#', _, ..])
        {
            tags.Add(words.Dequeue()[1..].TrimEnd(',', ':'));
            return (true, listing && names.Count == 0);
        }
        if (word[0] != '@' && !listing)
            return (false, false);
        var name = await TypedName.Take(word.TrimStart('@'), [.. words.Skip(1)], isNamed: word[0] == '@', named);
        if (name is null)
            return (false, false);
        var last = word;
        for (var taken = 0; taken < name.WordCount; taken++)
            last = words.Dequeue();
        names.Add(name);
        return (true, last.EndsWith(','));
    }

    // Hashtags inside the sentence stay as words; those at its end go.
    static string Sentence(List<string> rest, List<string> tags)
    {
        while (rest.Count > 0 && rest[^1] is ['#', _, ..] or "\n")
        {
            if (rest[^1] is not "\n")
                tags.Add(rest[^1][1..].TrimEnd('.', '!', ','));
            rest.RemoveAt(rest.Count - 1);
        }
        return string.Join(' ', rest).Replace(" \n", "\n", StringComparison.Ordinal).Replace("\n ", "\n", StringComparison.Ordinal).TrimStart(':', '-', ' ', '\n').Trim();
    }

    static string[] Split(string words) => words.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", " \n ", StringComparison.Ordinal)
        .Split([' ', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
}
