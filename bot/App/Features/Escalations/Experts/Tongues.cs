namespace ServiceCulture.Bot.Features.Escalations.Experts;

/// <summary>Languages as experts write them: two letters each.</summary>
static class Tongues
{
    const int Most = 10;

    /// <summary>As they are stored, with commas between; null where they are none.</summary>
    internal static string? Read(string words)
    {
        var all = words.ToLowerInvariant().Split([',', ';', ' ', '|', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        return all.Count <= Most && all.TrueForAll(one => one.Length == 2 && one.All(char.IsAsciiLetterLower)) ? string.Join(',', all) : null;
    }
}
