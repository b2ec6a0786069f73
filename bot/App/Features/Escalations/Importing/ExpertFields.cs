using ServiceCulture.Bot.Data.Csv;

namespace ServiceCulture.Bot.Features.Escalations.Importing;

/// <summary>The columns of the experts' file and of the triage rota.</summary>
static class ExpertFields
{
    internal const string Person = "person", Topic = "topic", Level = "level", DutyDays = "duty_days", DutyFrom = "duty_from", DutyTo = "duty_to", Capacity = "capacity", Languages = "languages";
    internal const string Start = "start", End = "end";

    internal static readonly CsvColumns Columns = new([Person, Topic, Level, DutyDays, DutyFrom, DutyTo, Capacity, Languages], [Person, Topic], new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["person"] = Person,
        ["email"] = Person,
        ["expert"] = Person,
        ["topic"] = Topic,
        ["category"] = Topic,
        ["level"] = Level,
        ["dutydays"] = DutyDays,
        ["days"] = DutyDays,
        ["dutyfrom"] = DutyFrom,
        ["dutyto"] = DutyTo,
        ["capacity"] = Capacity,
        ["openatonce"] = Capacity,
        ["languages"] = Languages,
        ["language"] = Languages,
    });

    internal static readonly CsvColumns Triage = new([Person, Start, End], [Person, Start, End], new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["person"] = Person,
        ["email"] = Person,
        ["start"] = Start,
        ["from"] = Start,
        ["end"] = End,
        ["to"] = End,
    });
}
