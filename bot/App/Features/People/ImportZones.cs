using System.Text.RegularExpressions;

namespace ServiceCulture.Bot.Features.People;

/// <summary>Time zones by their IANA names, and what somebody may have meant. Remembers what it was asked: a file names few, often.</summary>
sealed partial class ImportZones
{
    readonly Dictionary<string, bool> _asked = new(StringComparer.Ordinal);
    readonly Dictionary<string, string?> _near = new(StringComparer.Ordinal);
    string[]? _all;

    internal bool Knows(string zone)
    {
        if (!_asked.TryGetValue(zone, out var known))
            _asked[zone] = known = Shape().IsMatch(zone) && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);
        return known;
    }

    /// <summary>The zone that the words come nearest to, or null where none is near.</summary>
    internal string? Near(string words)
    {
        if (!_near.TryGetValue(words, out var near))
            _near[words] = near = words.Length > 60 ? null : Search(words.Replace(' ', '_').ToLowerInvariant());
        return near;
    }

    /// <summary>The zone of a city that is called exactly so, or null.</summary>
    internal static string? OfCity(string words)
    {
        var city = words.Trim().Replace(' ', '_').ToLowerInvariant();
        return All().FirstOrDefault(id => City(id) == city);
    }

    string? Search(string words)
    {
        _all ??= [.. All()];
        return _all.FirstOrDefault(id => City(id) == words)
            ?? _all.Select(id => (Id: id, Away: Distance(id.ToLowerInvariant(), words))).Where(near => near.Away <= 1 + words.Length / 6).OrderBy(near => near.Away).Select(near => near.Id).FirstOrDefault();
    }

    static IEnumerable<string> All() => TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Where(id => id.Contains('/'));

    static string City(string id) => id[(id.LastIndexOf('/') + 1)..].ToLowerInvariant();

    // Letters to change, add or leave out.
    static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }

    [GeneratedRegex("^[A-Z][A-Za-z0-9_+-]*(/[A-Z][A-Za-z0-9_+-]*){0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
