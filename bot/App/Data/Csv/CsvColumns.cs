namespace ServiceCulture.Bot.Data.Csv;

/// <summary>The columns that a file may have.</summary>
/// <param name="All">As the documentation calls them.</param>
/// <param name="Needed">Without which the file is refused.</param>
/// <param name="Spellings">Accepted headings, in lower case without signs and spaces, each with its column.</param>
sealed record CsvColumns(IReadOnlyList<string> All, IReadOnlyList<string> Needed, IReadOnlyDictionary<string, string> Spellings)
{
    /// <summary>The column that a heading names, or null.</summary>
    internal string? Find(string heading) =>
        Spellings.GetValueOrDefault(string.Concat(heading.Where(c => c is not ('-' or '_' or ' ' or '\'' or '’' or '.'))).ToLowerInvariant());
}

/// <summary>A line as it stands in the file, its fields trimmed.</summary>
/// <param name="number">Where it begins, from 1.</param>
/// <param name="columns">Which column stands where.</param>
sealed class CsvRow(int number, IReadOnlyDictionary<string, int> columns, string[] fields)
{
    internal int Number => number;

    /// <summary>What stands in that column; empty where the file has none.</summary>
    internal string this[string column] => columns.TryGetValue(column, out var at) ? fields[at].Trim() : "";
}
