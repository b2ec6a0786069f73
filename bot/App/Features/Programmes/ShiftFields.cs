using ServiceCulture.Bot.Data.Csv;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>The columns of the shift file.</summary>
static class ShiftFields
{
    internal const string Person = "person", Start = "start", End = "end", Absence = "absence";

    internal static readonly CsvColumns Columns = new([Person, Start, End, Absence], [Person, Start, End], new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["person"] = Person,
        ["email"] = Person,
        ["mail"] = Person,
        ["start"] = Start,
        ["from"] = Start,
        ["end"] = End,
        ["to"] = End,
        ["absence"] = Absence,
        ["absent"] = Absence,
    });
}

/// <summary>The columns of the holiday file.</summary>
static class HolidayFields
{
    internal const string Country = "country", Region = "region", Day = "day", Name = "name";

    internal static readonly CsvColumns Columns = new([Country, Region, Day, Name], [Country, Day, Name], new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["country"] = Country,
        ["countrycode"] = Country,
        ["region"] = Region,
        ["state"] = Region,
        ["day"] = Day,
        ["date"] = Day,
        ["name"] = Name,
        ["holiday"] = Name,
    });
}
