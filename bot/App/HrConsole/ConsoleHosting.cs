using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Radzen;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.HrConsole;
using ServiceCulture.Bot.HrConsole.Shell;
using ServiceCulture.Bot.HrConsole.SigningIn;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards.HrConsole;

namespace ServiceCulture.Bot;

/// <summary>The console at /console. Nothing of it is built before somebody opens it, and no other request passes through it.</summary>
public static class ConsoleHosting
{
    const string Root = "/console";

    public static Routes MapConsole(this Routes on) => on
        .Command<AskingForConsole>("console")
        .Press<AskingForConsole>(ConsoleLink.OpenId)
        .Submit<ConsoleLink, AskingForConsole>();

    /// <summary>What the command in the chat needs.</summary>
    public static IServiceCollection AddConsoleSignIn(this IServiceCollection services) => services
        .AddSingleton<Sessions>().AddSingleton<SignInLinks>()
        .AddSingleton<IPersonalData, ConsoleData>();

    public static IServiceCollection AddConsole(this IServiceCollection services)
    {
        // Before the framework's own: it would keep keys of its own in a file of this one machine.
        services.AddSingleton<IDataProtectionProvider, SealingForBrowsers>();
        services.AddRazorComponents().AddInteractiveServerComponents(circuits =>
        {
            circuits.DisconnectedCircuitMaxRetained = 50;
            circuits.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(20);
        });
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "service-culture-form";
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // The header that it would set says less than ours.
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services.AddRadzenComponents();
        foreach (var keys in services.Where(it => it.ServiceType == typeof(IHostedService) && it.ImplementationType?.Namespace == "Microsoft.AspNetCore.DataProtection.Internal").ToList())
            services.Remove(keys);
        return services.AddConsoleSignIn()
            .AddSingleton<Limits>().AddSingleton<ConsolePipeline>().AddSingleton<SignInPages>()
            .AddScoped<AuthenticationStateProvider, WatchingSession>()
            .AddScoped<SignedIn>().AddScoped<Telling>();
    }

    public static void MapConsole(this WebApplication app)
    {
        // SignalR brings the services of authorisation; without this mark every other request would pass through it.
        ((IApplicationBuilder)app).Properties["__AuthorizationMiddlewareSet"] = true;
        app.Map(Root + "/{**rest}", (HttpContext http) => http.RequestServices.GetRequiredService<ConsolePipeline>().Answer(http, Root));
    }
}
