namespace ServiceCulture.Bot.Data.Csv;

/// <summary>Which column stands where.</summary>
sealed class CsvHeading
{
    readonly Dictionary<string, int> _columns;

    CsvHeading(Dictionary<string, int> columns, int count) => (_columns, Count) = (columns, count);

    /// <summary>How many fields a line has.</summary>
    internal int Count { get; }

    /// <returns>Null when the heading is not one; the faults say why.</returns>
    internal static CsvHeading? Read(CsvColumns known, string[] headings, int line, ICollection<CsvFault> faults)
    {
        var before = faults.Count;
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < headings.Length; at++)
            if (known.Find(headings[at]) is not { } field)
                faults.Add(new(line, null, $"{Named(headings[at])} is not a column I know; the columns are {string.Join(", ", known.All)}"));
            else if (!columns.TryAdd(field, at))
                faults.Add(new(line, field, "the column is there twice"));
        foreach (var needed in known.Needed)
            if (!columns.ContainsKey(needed))
                faults.Add(new(line, needed, "the column is missing"));
        return faults.Count == before ? new CsvHeading(columns, headings.Length) : null;
    }

    internal CsvRow Line(int number, string[] fields) => new(number, _columns, fields);

    static string Named(string heading) => string.IsNullOrWhiteSpace(heading) ? "a column without a heading" : $"“{heading.Trim()}”";
}
