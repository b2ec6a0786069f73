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
        foreach (var part in line.Parts)
            if (part is TypedPart.Mention mention)
                if (inHead)
                    mentions.Add(mention.Id);
                else
                    rest.Add(mention.Text);
            else
            {
                var words = new Queue<string>(Split(part.Text));
                while (inHead && words.Count > 0)
                    inHead = await Head(words, names, tags, named);
                rest.AddRange(words);
            }
        return new(mentions, names, tags, Sentence(rest, tags));
    }

    // Takes one thing off the head of the line; false where the words begin.
    static async Task<bool> Head(Queue<string> words, List<TypedName> names, List<string> tags, Func<string, Task<IReadOnlyList<(Guid Id, string Key)>>> named)
    {
        var word = words.Peek();
        if (word is "\n" || Array.Exists(Between, between => string.Equals(between, word.Trim(','), StringComparison.OrdinalIgnoreCase)) || word.Trim(',') is "")
            return words.Dequeue() is not null;
        if (word is ['#', _, ..])
        {
            tags.Add(words.Dequeue()[1..].TrimEnd(',', ':'));
            return true;
        }
        var name = await TypedName.Take(word.TrimStart('@'), [.. words.Skip(1)], isNamed: word[0] == '@', named);
        if (name is null)
            return false;
        for (var taken = 0; taken < name.WordCount; taken++)
            words.Dequeue();
        names.Add(name);
        return true;
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
