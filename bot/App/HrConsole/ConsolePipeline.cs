using Microsoft.AspNetCore.Builder;
using ServiceCulture.Bot.HrConsole.Pages.Audit;
using ServiceCulture.Bot.HrConsole.Pages.People;
using ServiceCulture.Bot.HrConsole.Shell;
using ServiceCulture.Bot.HrConsole.SigningIn;

namespace ServiceCulture.Bot.HrConsole;

/// <summary>All that a request to the console passes through, in this order; put together when the first one comes.</summary>
public sealed class ConsolePipeline(IServiceProvider services)
{
    readonly Lazy<(RequestDelegate Answer, IReadOnlyList<Endpoint> Endpoints)> _pipeline = new(() => Build(services));

    /// <summary>Everything that is answered below /console.</summary>
    internal IReadOnlyList<Endpoint> Endpoints => _pipeline.Value.Endpoints;

    internal async Task Answer(HttpContext http, string root)
    {
        if (!http.Request.Path.StartsWithSegments(root, out var rest))
            return;
        if (!rest.HasValue)
        {
            http.Response.Redirect($"{http.Request.PathBase}{root}/");
            return;
        }
        (http.Request.PathBase, http.Request.Path) = (http.Request.PathBase.Add(root), rest);
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
        await _pipeline.Value.Answer(http);
    }

    static (RequestDelegate, IReadOnlyList<Endpoint>) Build(IServiceProvider services)
    {
        var endpoints = new List<Endpoint>();
        var app = new ApplicationBuilder(services);
        app.UseMiddleware<Guarding>();
        app.UseRouting();
        app.UseMiddleware<LettingIn>();
        app.UseAntiforgery();
        app.UseEndpoints(console =>
        {
            console.MapRazorComponents<Document>().AddInteractiveServerRenderMode(how => how.ContentSecurityFrameAncestorsPolicy = null);
            console.MapGet("/assets/{**name}", OwnFiles.Give).WithMetadata(new ForEverybody());
            console.MapGet("/fonts/{name}", OwnFiles.Give).WithMetadata(new ForEverybody());
            console.MapGet("/_framework/blazor.web.js", () => OwnFiles.Give("blazor.web.js")).WithMetadata(new ForEverybody());
            services.GetRequiredService<SignInPages>().Map(console);
            PeopleFile.Map(console);
            AuditFile.Map(console);
            console.MapFallback(() => PlainPage.NotFound);
            endpoints.AddRange(console.DataSources.SelectMany(source => source.Endpoints));
        });
        return (app.Build(), endpoints);
    }
}

/// <summary>Stands on what is answered without a session.</summary>
sealed class ForEverybody;
