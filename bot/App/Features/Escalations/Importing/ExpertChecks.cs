using System.Globalization;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Data.Csv;

namespace ServiceCulture.Bot.Features.Escalations.Importing;

/// <summary>A line of the experts' file, checked. What is null was not given.</summary>
sealed record ExpertLine(int Number, string Email, Guid Member, Guid Topic, ExpertLevel Level)
{
    internal Weekdays? Days { get; init; }
    internal (int? From, int? To)? Hours { get; init; }
    internal int? Capacity { get; init; }
    internal string? Languages { get; init; }
}

/// <summary>Looks at one line of the experts' file: each field is right or its fault is named.</summary>
/// <param name="topics">By their folded names.</param>
sealed class ExpertChecks(CsvPeople people, IReadOnlyDictionary<string, Guid> topics, ICollection<CsvFault> faults)
{
    readonly CsvHours _hours = new(faults);

    /// <returns>Null when a field is wrong.</returns>
    internal ExpertLine? Check(CsvRow row)
    {
        var before = faults.Count;
        var person = people.Find(row, ExpertFields.Person, faults);
        if (!topics.TryGetValue(Folding.Key(row[ExpertFields.Topic]), out var topic))
            Add(row, ExpertFields.Topic, row[ExpertFields.Topic].Length == 0 ? "is missing" : $"{CsvFault.Quoted(row[ExpertFields.Topic])} is no topic in use; topics come with the topics file, or from HR");
        var line = new ExpertLine(row.Number, row[ExpertFields.Person].ToLowerInvariant(), person?.Member ?? Guid.Empty, topic, Level(row))
        {
            Days = _hours.Days(row.Number, ExpertFields.DutyDays, row[ExpertFields.DutyDays]),
            Hours = _hours.Times(row.Number, (ExpertFields.DutyFrom, row[ExpertFields.DutyFrom]), (ExpertFields.DutyTo, row[ExpertFields.DutyTo])),
            Capacity = Capacity(row),
            Languages = Tongues(row),
        };
        return faults.Count == before ? line : null;
    }

    ExpertLevel Level(CsvRow row)
    {
        switch (row[ExpertFields.Level].ToLowerInvariant().Replace('-', ' ').Replace('_', ' '))
        {
            case "" or "knows":
                return ExpertLevel.Knows;
            case "can decide" or "decides":
                return ExpertLevel.CanDecide;
            default:
                Add(row, ExpertFields.Level, $"{CsvFault.Quoted(row[ExpertFields.Level])} is not a level; the levels are knows and can decide");
                return ExpertLevel.Knows;
        }
    }

    int? Capacity(CsvRow row)
    {
        if (row[ExpertFields.Capacity].Length == 0)
            return null;
        if (int.TryParse(row[ExpertFields.Capacity], NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most <= ExpertSettings.MostCapacity)
            return most;
        Add(row, ExpertFields.Capacity, $"{CsvFault.Quoted(row[ExpertFields.Capacity])} is not a number of open questions from 0 to {ExpertSettings.MostCapacity}");
        return null;
    }

    string? Tongues(CsvRow row)
    {
        if (row[ExpertFields.Languages].Length == 0)
            return null;
        if (Experts.Tongues.Read(row[ExpertFields.Languages]) is { } languages)
            return languages;
        Add(row, ExpertFields.Languages, $"{CsvFault.Quoted(row[ExpertFields.Languages])} are not languages of two letters each with commas or spaces between, such as de, en");
        return null;
    }

    void Add(CsvRow row, string field, string why) => faults.Add(new(row.Number, field, why));
}
