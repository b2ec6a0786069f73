using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.HrConsole.Shell;

namespace ServiceCulture.Bot.HrConsole.Pages.People;

/// <summary>The list of people as a file.</summary>
static class PeopleFile
{
    internal static void Map(IEndpointRouteBuilder console) => console.MapGet("/people/file", (ExportingPeople people) => new CsvAnswer("people.csv", people.Read));
}
