using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ServiceCulture.Bot.Operating;

/// <summary>The one line that says where the bot can be reached, once it can.</summary>
public static class Readiness
{
    public static void SayWhenReady(this WebApplication app, bool local) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses;
        if (addresses?.FirstOrDefault() is { } address)
            Console.WriteLine(Line(address, local));
    });

    // A server that listens on all addresses names none that a browser can open.
    internal static string Line(string address, bool local)
    {
        var reachable = address.Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal).Replace("://[::]", "://localhost", StringComparison.Ordinal).Replace("://127.0.0.1", "://localhost", StringComparison.Ordinal);
        return $"ServiceCultureBot is ready: {reachable}{(local ? "/try" : "")}";
    }
}
