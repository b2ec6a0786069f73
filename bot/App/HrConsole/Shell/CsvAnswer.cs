using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.HrConsole.Shell;

/// <summary>A file that is written while it is sent, for whoever is signed in; what it holds decides whether they may.</summary>
sealed class CsvAnswer(string name, Func<MemberInfo, CancellationToken, IAsyncEnumerable<string>> read) : IResult
{
    public async Task ExecuteAsync(HttpContext http)
    {
        var register = http.RequestServices.GetRequiredService<Register>();
        if (http.User.FindFirst(LettingIn.MemberClaim)?.Value is not { } id || await register.Member(Guid.Parse(id), http.RequestAborted) is not { } who)
        {
            await PlainPage.NotAllowed.ExecuteAsync(http);
            return;
        }
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        await foreach (var piece in read(who, http.RequestAborted))
            await http.Response.WriteAsync(piece, http.RequestAborted);
    }
}
