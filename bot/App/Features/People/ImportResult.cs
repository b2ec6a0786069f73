using System.Globalization;
using System.Text;

namespace ServiceCulture.Bot.Features.People;

/// <summary>How many of what an import came to.</summary>
public sealed record ImportCounts
{
    public int New { get; init; }
    public int Changed { get; init; }
    public int Unchanged { get; init; }

    /// <summary>The names of teams that were not there before.</summary>
    public IReadOnlyList<string> NewTeams { get; init; } = [];
    public int TeamsWithNewManager { get; init; }

    public int All => New + Changed + Unchanged;
    public int TeamsCreated => NewTeams.Count;
}

/// <summary>What an import did, would do, or why it did nothing.</summary>
/// <param name="Counts">Null when it was refused.</param>
public sealed record ImportResult(ImportCounts? Counts, bool DryRun, IReadOnlyList<ImportFault> Faults)
{
    const int TeamsNamed = 20;

    public bool IsDone => Counts is not null;

    internal static ImportResult Refused(IEnumerable<ImportFault> faults) => new(null, false, [.. faults.OrderBy(fault => fault.Line)]);

    /// <summary>What the operator reads.</summary>
    public string Words => Counts is { } counts ? Summary(counts) : Refusal();

    string Summary(ImportCounts counts)
    {
        var words = new StringBuilder();
        words.AppendLine(CultureInfo.InvariantCulture, $"{Of(counts.All, "person", "people")} in the file: {counts.New} new, {counts.Changed} changed, {counts.Unchanged} unchanged.");
        words.Append(CultureInfo.InvariantCulture, $"{Of(counts.TeamsCreated, "team", "teams")} created");
        if (counts.TeamsCreated > 0)
            words.Append(CultureInfo.InvariantCulture, $" ({string.Join(", ", counts.NewTeams.Take(TeamsNamed))}{(counts.TeamsCreated > TeamsNamed ? ", …" : "")})");
        words.Append(CultureInfo.InvariantCulture, $", {Of(counts.TeamsWithNewManager, "team", "teams")} with another manager than before.");
        if (DryRun)
            words.AppendLine().Append("This was a dry run: nothing was changed.");
        return words.ToString();
    }

    string Refusal() => string.Join(Environment.NewLine, [.. Faults.Select(fault => fault.ToString()), $"{Of(Faults.Count, "fault", "faults")} found: nothing was changed."]);

    static string Of(int count, string one, string many) => $"{count.ToString(CultureInfo.InvariantCulture)} {(count == 1 ? one : many)}";
}
