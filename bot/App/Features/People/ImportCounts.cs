using System.Globalization;
using System.Text;
using ServiceCulture.Bot.Data.Csv;

namespace ServiceCulture.Bot.Features.People;

/// <summary>How many of what an import came to.</summary>
public sealed record ImportCounts
{
    const int TeamsNamed = 20;

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

    /// <summary>What the operator reads.</summary>
    public string Words()
    {
        var words = new StringBuilder();
        words.AppendLine(CultureInfo.InvariantCulture, $"{CsvResult.Of(All, "person", "people")} in the file: {New} new, {Changed} changed, {Unchanged} unchanged.");
        words.Append(CultureInfo.InvariantCulture, $"{CsvResult.Of(TeamsCreated, "team", "teams")} created");
        if (TeamsCreated > 0)
            words.Append(CultureInfo.InvariantCulture, $" ({string.Join(", ", NewTeams.Take(TeamsNamed))}{(TeamsCreated > TeamsNamed ? ", …" : "")})");
        words.Append(CultureInfo.InvariantCulture, $", {CsvResult.Of(TeamsWithNewManager, "team", "teams")} with another manager than before.");
        if (TeamsWithNewParent > 0)
            words.Append(CultureInfo.InvariantCulture, $" {CsvResult.Of(TeamsWithNewParent, "team", "teams")} below another team than before.");
        if (WithNewDeputy > 0)
            words.Append(CultureInfo.InvariantCulture, $" {CsvResult.Of(WithNewDeputy, "person", "people")} with another deputy than before.");
        if (LongGone > 0)
            words.Append(CultureInfo.InvariantCulture, $" {CsvResult.Of(LongGone, "person", "people")} passed over: they had left before anybody knew them.");
        return words.ToString();
    }
}
