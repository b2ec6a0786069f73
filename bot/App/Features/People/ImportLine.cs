using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Data.Csv;

namespace ServiceCulture.Bot.Features.People;

/// <summary>A line as it stands in the file, trimmed. What is empty was not given.</summary>
/// <param name="Number">Where it begins, from 1.</param>
sealed record ImportLine(int Number, string Email, string Name, string Team, string Manager, string Role, string Zone, string Language, string Country, string Region, string Site, string WorkDays, string WorkFrom, string WorkTo)
{
    internal string Parent { get; init; } = "";
    internal string Deputy { get; init; } = "";
    internal string DeputyIsAlways { get; init; } = "";
    internal string Starts { get; init; } = "";
    internal string Leaves { get; init; } = "";

    internal static ImportLine Of(CsvRow row) => new(row.Number, row[ImportFields.Email], row[ImportFields.Name], row[ImportFields.Team], row[ImportFields.Manager], row[ImportFields.Role],
        row[ImportFields.Zone], row[ImportFields.Language], row[ImportFields.Country], row[ImportFields.Region], row[ImportFields.Site], row[ImportFields.WorkDays], row[ImportFields.WorkFrom], row[ImportFields.WorkTo])
    {
        Parent = row[ImportFields.Parent],
        Deputy = row[ImportFields.Deputy],
        DeputyIsAlways = row[ImportFields.DeputyIsAlways],
        Starts = row[ImportFields.Starts],
        Leaves = row[ImportFields.Leaves],
    };
}

/// <summary>A line that was checked, in the form in which it is stored. Null: not given, so what is known stays.</summary>
sealed record ImportPerson(int Line, string Email, string Name)
{
    internal string? Team { get; init; }
    internal string? Manager { get; init; }
    internal Roles? Roles { get; init; }

    /// <summary>True where the file calls them a manager; of whom, their team says.</summary>
    internal bool IsManager { get; init; }

    /// <summary>True where the file calls them a deputy; of whom, their team's manager says.</summary>
    internal bool IsDeputy { get; init; }

    /// <summary>The team above theirs; empty: none any more.</summary>
    internal string? Parent { get; init; }

    /// <summary>Who stands in for them; empty: nobody any more.</summary>
    internal string? Deputy { get; init; }
    internal bool? DeputyIsAlways { get; init; }
    internal DateOnly? Starts { get; init; }

    /// <summary>Their last day. Null where it was not given, and where <see cref="Stays"/>.</summary>
    internal DateOnly? Leaves { get; init; }

    /// <summary>The file takes a last day back.</summary>
    internal bool Stays { get; init; }
    internal string? Zone { get; init; }
    internal string? Culture { get; init; }
    internal string? Country { get; init; }
    internal string? Region { get; init; }
    internal string? Site { get; init; }
    internal Weekdays? WorkDays { get; init; }

    /// <summary>Minutes of their day; both or neither.</summary>
    internal (int? From, int? To)? Hours { get; init; }
}
