using System.Globalization;
using System.Text;
using ServiceCulture.Bot.Data.Csv;

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
    public int TeamsWithNewParent { get; init; }
    public int WithNewDeputy { get; init; }

    /// <summary>Whom nobody knew and whose last day is over: they are not written down.</summary>
    public int LongGone { get; init; }

    public int All => New + Changed + Unchanged + LongGone;
    public int TeamsCreated => NewTeams.Count;
}

/// <summary>What an import did, would do, or why it did nothing.</summary>
/// <param name="Counts">Null when it was refused.</param>
public sealed record ImportResult(ImportCounts? Counts, bool DryRun, IReadOnlyList<CsvFault> Faults)
{
    const int TeamsNamed = 20;

    public bool IsDone => Counts is not null;

    internal static ImportResult Refused(IEnumerable<CsvFault> faults) => new(null, false, [.. faults.OrderBy(fault => fault.Line)]);

    /// <summary>What the operator reads.</summary>
    public string Words => Counts is { } counts ? Summary(counts) : CsvResult.Refusal(Faults);

    string Summary(ImportCounts counts)
    {
        var words = new StringBuilder();
        words.AppendLine(CultureInfo.InvariantCulture, $"{CsvResult.Of(counts.All, "person", "people")} in the file: {counts.New} new, {counts.Changed} changed, {counts.Unchanged} unchanged.");
        words.Append(CultureInfo.InvariantCulture, $"{CsvResult.Of(counts.TeamsCreated, "team", "teams")} created");
        if (counts.TeamsCreated > 0)
            words.Append(CultureInfo.InvariantCulture, $" ({string.Join(", ", counts.NewTeams.Take(TeamsNamed))}{(counts.TeamsCreated > TeamsNamed ? ", …" : "")})");
        words.Append(CultureInfo.InvariantCulture, $", {CsvResult.Of(counts.TeamsWithNewManager, "team", "teams")} with another manager than before.");
        if (counts.TeamsWithNewParent > 0)
            words.Append(CultureInfo.InvariantCulture, $" {CsvResult.Of(counts.TeamsWithNewParent, "team", "teams")} below another team than before.");
        if (counts.WithNewDeputy > 0)
            words.Append(CultureInfo.InvariantCulture, $" {CsvResult.Of(counts.WithNewDeputy, "person", "people")} with another deputy than before.");
        if (counts.LongGone > 0)
            words.Append(CultureInfo.InvariantCulture, $" {CsvResult.Of(counts.LongGone, "person", "people")} passed over: they had left before anybody knew them.");
        if (DryRun)
            words.AppendLine().Append("This was a dry run: nothing was changed.");
        return words.ToString();
    }
}
