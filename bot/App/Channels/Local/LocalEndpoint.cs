using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Channels.Local;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot;

/// <summary>The local page at /try: loopback callers only, who pick whom they play.</summary>
public static class LocalEndpoint
{
    const string Installation = "local";
    const int Backlog = 200;

    public static IServiceCollection AddLocal(this IServiceCollection services) => services
        .AddSingleton<LocalFeed>().AddSingleton<LocalActs>().AddSingleton<LocalPeople>()
        .AddSingleton<IVoice, LocalVoice>().AddSingleton<ISender, LocalSender>();

    public static void MapLocal(this WebApplication app)
    {
        var page = app.MapGroup("/try").AddEndpointFilter(OnlyHere);
        page.MapGet("", () => File("try.html", "text/html; charset=utf-8"));
        foreach (var (name, type) in Parts())
            page.MapGet($"/{name}", () => File(name, type));
        page.MapGet("/people", async (LocalPeople people, CancellationToken cancel) => Results.Json(await people.Read(cancel), LocalJson.Default.PeopleAnswer));
        page.MapGet("/posts", Posts);
        page.MapPost("/act", DoIt);
    }

    // Another machine, or another site in this machine's browser, must not play anybody.
    static async ValueTask<object?> OnlyHere(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var http = call.HttpContext;
        var isHere = http.Connection.RemoteIpAddress is null || IPAddress.IsLoopback(http.Connection.RemoteIpAddress);
        var isOwn = http.Request.Headers.Origin is not [{ } origin] || (Uri.TryCreate(origin, UriKind.Absolute, out var site) && site.Authority == http.Request.Host.Value);
        if (!isHere || !isOwn || http.Request.Host.Host is not ("localhost" or "127.0.0.1" or "[::1]"))
            return Results.NotFound();
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return await next(call);
    }

    // The style sheets and scripts that the page asks for; each lies in the program under its own name.
    static IEnumerable<(string Name, string Type)> Parts() => typeof(LocalEndpoint).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith("Page/", StringComparison.Ordinal)).Select(name => name["Page/".Length..])
        .Select(name => (name, Path.GetExtension(name) switch { ".css" => "text/css; charset=utf-8", ".js" => "text/javascript; charset=utf-8", _ => "" }))
        .Where(part => part.Item2.Length > 0);

    static IResult File(string name, string type) => Results.Stream(typeof(LocalEndpoint).Assembly.GetManifestResourceStream($"Page/{name}")!, type);

    static async Task<IResult> DoIt(HttpRequest request, LocalActs acts, Register register, CancellationToken cancel)
    {
        if (!request.HasJsonContentType() || await Body(request, cancel) is not { As: not null, Place: not null, Do: not null } act)
            return Results.BadRequest();
        var installation = (await register.Installation(Channel.Local, Installation, cancel))!;
        if (act.Do != "find")
            return Results.Json(await acts.Answer(act, installation, cancel), LocalJson.Default.ActAnswer);

        await using var db = request.HttpContext.RequestServices.GetRequiredService<IStore>().Open();
        var found = await FindingPeople.Matching(db, act.Words ?? "", 20, cancel);
        return Results.Json(new FoundAnswer([.. found.Select(choice => new FoundChoice(choice.Value, choice.Label.Plain(Reader.Plain), choice.Describes?.Plain(Reader.Plain)))]), LocalJson.Default.FoundAnswer);
    }

    static async Task<Act?> Body(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            return await request.ReadFromJsonAsync(LocalJson.Default.Act, cancel);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    static async Task Posts(string @as, HttpResponse response, LocalFeed feed, IStore store, IHostApplicationLifetime lifetime, CancellationToken cancel)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel, lifetime.ApplicationStopping);
        using var live = feed.Follow();
        var own = LocalSender.Direct(@as);
        response.ContentType = "text/event-stream";
        try
        {
            foreach (var post in await Before(store, own, ending.Token))
                await Write(response, post, own, ending.Token);
            await response.WriteAsync("event: ready\ndata: {}\n\n", ending.Token);
            await response.Body.FlushAsync(ending.Token);
            await foreach (var post in live.Posts(ending.Token))
                if (post.Place == own || !post.Place.StartsWith("direct:", StringComparison.Ordinal))
                    await Write(response, post, own, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The page was closed, or the program stops: that is how such a stream ends.
        }
    }

    static async Task<List<LocalPost>> Before(IStore store, string own, CancellationToken cancel)
    {
        await using var db = store.Open();
        var posts = await db.LocalPosts.AsNoTracking().Where(post => post.Place == own || !post.Place.StartsWith("direct:")).OrderByDescending(post => post.Id).Take(Backlog).ToListAsync(cancel);
        posts.Reverse();
        return posts;
    }

    static async Task Write(HttpResponse response, LocalPost post, string own, CancellationToken cancel)
    {
        var said = new PostEvent(post.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), post.Place == own ? "direct" : post.Place, post.At, post.Html, post.Revision);
        await response.WriteAsync($"event: post\ndata: {System.Text.Json.JsonSerializer.Serialize(said, LocalJson.Default.PostEvent)}\n\n", cancel);
        await response.Body.FlushAsync(cancel);
    }
}
