namespace ServiceCulture.Bot.Features.People;

/// <summary>Which column stands where.</summary>
sealed class ImportHeading
{
    readonly Dictionary<string, int> _columns;

    ImportHeading(Dictionary<string, int> columns, int count) => (_columns, Count) = (columns, count);

    /// <summary>How many fields a line has.</summary>
    internal int Count { get; }

    /// <returns>Null when the heading is not one; the faults say why.</returns>
    internal static ImportHeading? Read(string[] headings, int line, ICollection<ImportFault> faults)
    {
        var before = faults.Count;
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < headings.Length; at++)
            if (ImportFields.Find(headings[at]) is not { } field)
                faults.Add(new(line, null, $"{Named(headings[at])} is not a column I know; the columns are {string.Join(", ", ImportFields.All)}"));
            else if (!columns.TryAdd(field, at))
                faults.Add(new(line, field, "the column is there twice"));
        foreach (var needed in new[] { ImportFields.Email, ImportFields.Name })
            if (!columns.ContainsKey(needed))
                faults.Add(new(line, needed, "the column is missing"));
        return faults.Count == before ? new ImportHeading(columns, headings.Length) : null;
    }

    internal ImportLine Line(int number, string[] fields)
    {
        string Field(string name) => _columns.TryGetValue(name, out var at) ? fields[at].Trim() : "";
        return new ImportLine(number, Field(ImportFields.Email), Field(ImportFields.Name), Field(ImportFields.Team), Field(ImportFields.Manager),
            Field(ImportFields.Role), Field(ImportFields.Zone), Field(ImportFields.Language), Field(ImportFields.Country));
    }

    static string Named(string heading) => string.IsNullOrWhiteSpace(heading) ? "a column without a heading" : $"“{heading.Trim()}”";
}
