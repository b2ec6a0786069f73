using System.Globalization;

namespace ServiceCulture.Bot.Data.Csv;

/// <summary>What an import did, would do, or why it did nothing.</summary>
/// <param name="Summary">Null when it was refused.</param>
public sealed record CsvResult(string? Summary, bool DryRun, IReadOnlyList<CsvFault> Faults)
{
    public bool IsDone => Summary is not null;

    /// <summary>What the operator reads.</summary>
    public string Words => Summary is null
        ? Refusal(Faults)
        : DryRun ? $"{Summary}{Environment.NewLine}This was a dry run: nothing was changed." : Summary;

    internal static CsvResult Refused(IEnumerable<CsvFault> faults) => new(null, false, [.. faults.OrderBy(fault => fault.Line)]);

    internal static string Refusal(IReadOnlyList<CsvFault> faults) =>
        string.Join(Environment.NewLine, [.. faults.Select(fault => fault.ToString()), $"{Of(faults.Count, "fault", "faults")} found: nothing was changed."]);

    internal static string Of(int count, string one, string many) => $"{count.ToString(CultureInfo.InvariantCulture)} {(count == 1 ? one : many)}";
}
