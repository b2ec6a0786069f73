using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Escalations.Notes;

/// <summary>Everybody's names, to find them in a text: a full name however it is written, one part of it where it is written large.</summary>
public sealed partial class NamesOfMembers(IEnumerable<string> names)
{
    const int MostParts = 4;

    // Names that begin sentences as ordinary words.
    static readonly HashSet<string> AlsoWords = ["will", "may", "mark", "bill", "hope", "grace", "rose"];

    readonly HashSet<string> _full = [.. names.Where(name => name.Contains(' ', StringComparison.Ordinal))];
    readonly HashSet<string> _parts = [.. names.SelectMany(name => name.Split(' ')).Where(part => part.Length > 2)];

    internal static ValueTask<NamesOfMembers?> Read(Register register, CancellationToken cancel) =>
        register.Get("names of members", async db => (NamesOfMembers?)new NamesOfMembers(await db.Members.AsNoTracking().Where(member => !member.IsBot && member.MergedInto == null).Select(member => member.NameKey).ToListAsync(cancel)));

    internal IEnumerable<Trace> In(string text)
    {
        var words = Word().Matches(text);
        for (var at = 0; at < words.Count; at++)
            if (Full(text, words, at) is { } name)
            {
                yield return name;
                at += name.Words.Count(letter => letter == ' ');
            }
            else if (char.IsUpper(words[at].Value[0]) && Folding.Key(words[at].Value) is var key && _parts.Contains(key) && !(AlsoWords.Contains(key) && Begins(text, words[at].Index)))
                yield return new Trace(TraceKind.Name, words[at].Index, words[at].Value);
    }

    Trace? Full(string text, MatchCollection words, int at)
    {
        for (var last = Math.Min(at + MostParts, words.Count) - 1; last > at; last--)
            if (text[words[at].Index..(words[last].Index + words[last].Length)] is var name && _full.Contains(Folding.Key(name)))
                return new Trace(TraceKind.Name, words[at].Index, name);
        return null;
    }

    static bool Begins(string text, int at) => text[..at].TrimEnd() is not { Length: > 0 } before || before[^1] is '.' or '?' or '!' or ':' or '\n';

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}'’-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
