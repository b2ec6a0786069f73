using System.Text;
using ServiceCulture.Bot.Conversation;

namespace ServiceCulture.Bot.Features.Kudos;

/// <summary>
/// A typed line taken apart: whom, which values, what they did. Names may be mentions, "@Ben", or plain names at the
/// beginning; values are the hashtags there, known or not, and those at the end that are known; the rest are the words.
/// </summary>
/// <param name="Mentions">Platform ids.</param>
/// <param name="Names">Names as typed that fit one member each, or several, or none.</param>
/// <param name="Tags">Hashtags without the sign.</param>
sealed record TypedKudos(IReadOnlyList<string> Mentions, IReadOnlyList<TypedName> Names, IReadOnlyList<string> Tags, string Words)
{
    static readonly string[] Between = ["and", "und", "&", "+", "to", "for", ","];

    /// <param name="named">Members of whose name a word is the first: id and folded name.</param>
    /// <param name="isValue">Whether a hashtag, without the sign, means a value: "ticket #4711" and "in #general" end in none. Null where kudos have no values: then every hashtag is said.</param>
    internal static async Task<TypedKudos> Read(Typed line, Func<string, Task<IReadOnlyList<(Guid Id, string Key)>>> named, Func<string, bool>? isValue)
    {
        var (mentions, names, tags) = (new List<string>(), new List<TypedName>(), new List<string>());
        var rest = new StringBuilder();
        var inHead = true;
        var listing = true;
        foreach (var part in line.Parts)
            if (!inHead)
                rest.Append(part.Text);
            else if (part is TypedPart.Mention mention)
            {
                mentions.Add(mention.Id);
                listing = false;
            }
            else
            {
                var words = new Queue<string>(Split(part.Text));
                while (inHead && words.Count > 0)
                    (inHead, listing) = await Head(words, names, isValue is null ? null : tags, listing, named);
                rest.AppendJoin(' ', words).Append(part.Text.Length > 0 && char.IsWhiteSpace(part.Text[^1]) ? " " : "");
            }
        return new(mentions, names, tags, Sentence([.. Split(rest.ToString())], tags, isValue ?? (_ => false)));
    }

    // Takes one thing off the head of the line. A plain word is a name only at the very beginning and behind a comma
    // or an "and"; elsewhere the words have begun.
    static async Task<(bool InHead, bool Listing)> Head(Queue<string> words, List<TypedName> names, List<string>? tags, bool listing, Func<string, Task<IReadOnlyList<(Guid Id, string Key)>>> named)
    {
        var word = words.Peek();
        if (word is "\n" || Array.Exists(Between, between => string.Equals(between, word.Trim(','), StringComparison.OrdinalIgnoreCase)) || word.Trim(',') is "")
            return (words.Dequeue() is not null, listing || word is not "\n");
        if (word is ['#', _, ..] && tags is not null)
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

    // Values at the end of the sentence go; every other hashtag is part of what was said.
    static string Sentence(List<string> rest, List<string> tags, Func<string, bool> isValue)
    {
        for (var at = rest.Count - 1; at >= 0 && rest[at] is ['#', _, ..] or "\n"; at--)
            if (rest[at] is not "\n" && rest[at][1..].TrimEnd('.', '!', ',') is var tag && isValue(tag))
            {
                tags.Add(tag);
                rest.RemoveAt(at);
            }
        return string.Join(' ', rest).Replace(" \n", "\n", StringComparison.Ordinal).Replace("\n ", "\n", StringComparison.Ordinal).TrimStart(':', '-', ' ', '\n').Trim();
    }

    static string[] Split(string words) => words.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", " \n ", StringComparison.Ordinal)
        .Split([' ', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
}
