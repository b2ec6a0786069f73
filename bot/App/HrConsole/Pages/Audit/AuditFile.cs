using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.HrConsole.Shell;

namespace ServiceCulture.Bot.HrConsole.Pages.Audit;

/// <summary>The audit log as a file, by the filter that the page shows.</summary>
static class AuditFile
{
    const string Moment = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    internal static void Map(IEndpointRouteBuilder console) => console.MapGet("/audit/file", Give);

    internal static string Address(AuditFilter filter) => QueryHelpers.AddQueryString("audit/file", new Dictionary<string, string?>
    {
        ["act"] = filter.Act is { Length: > 0 } act ? act : null,
        ["by"] = filter.Actor?.ToString(),
        ["about"] = filter.About?.ToString(),
        ["from"] = filter.From?.ToString(Moment, CultureInfo.InvariantCulture),
        ["to"] = filter.To?.ToString(Moment, CultureInfo.InvariantCulture),
    }.Where(one => one.Value is not null));

    static CsvAnswer Give(HttpContext http, ReadingAudit audit)
    {
        var asked = http.Request.Query;
        var filter = new AuditFilter(asked["act"], Id(asked["by"]), Id(asked["about"]), At(asked["from"]), At(asked["to"]));
        return new CsvAnswer("audit.csv", (who, cancel) => audit.Export(who, filter, cancel));
    }

    static Guid? Id(string? words) => Guid.TryParse(words, out var id) ? id : null;

    static DateTime? At(string? words) => DateTime.TryParseExact(words, Moment, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
