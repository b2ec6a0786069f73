using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace ServiceCulture.BotFramework;

/// <summary>
/// The bot's own token for the Connector, by client secret or managed identity. However many sends wait for it, it is
/// asked for once. https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication#bot-to-connector
/// </summary>
public sealed class AppToken
{
    static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    readonly Func<bool, Task<AuthenticationResult>>? ask;
    readonly TimeProvider clock;
    readonly Lock gate = new();
    Held? held;
    Task<Held>? running;
    bool dropped;

    /// <param name="options">Who the bot is.</param>
    /// <param name="http">Reaches the token endpoint; should come from <see cref="BotHttp.CreateHandler"/>.</param>
    /// <param name="clock">Says when a token is over; the machine's clock when null.</param>
    /// <exception cref="ArgumentException">The options are wrong, or have neither password nor managed identity.</exception>
    public AppToken(BotFrameworkOptions options, HttpClient http, TimeProvider? clock = null)
    {
        options.ThrowIfWrong();
        if (string.IsNullOrWhiteSpace(options.AppId) || (!options.ManagedIdentity && string.IsNullOrEmpty(options.AppPassword)))
            throw new ArgumentException("AppId and either AppPassword or ManagedIdentity are needed to ask for a token.", nameof(options));
        this.clock = clock ?? TimeProvider.System;
        var factory = new TokenHttp(options.TokenUrl is { } url ? TokenEndpoint.Redirecting(http, new Uri(url)) : http);
        ask = options.ManagedIdentity ? ByIdentity(options, factory) : BySecret(options, factory);
    }

    AppToken() => clock = TimeProvider.System;

    /// <summary>No token: requests go out without an Authorization header. For anonymous development only.</summary>
    public static AppToken None { get; } = new();

    /// <summary>A token that lives for at least five minutes more; null for <see cref="None"/>.</summary>
    /// <param name="cancellation">Ends this wait, not the request that others wait for too.</param>
    /// <exception cref="BotFrameworkException">No token could be had: <see cref="FailureClass.Safe"/>, nothing was sent.</exception>
    public async ValueTask<string?> Get(CancellationToken cancellation)
    {
        if (ask is null)
            return null;
        Task<Held> request;
        lock (gate)
        {
            if (held is { } token && token.Until - Early > clock.GetUtcNow())
                return token.Text;
            request = running ??= Task.Run(Request, CancellationToken.None);
        }
        return (await request.WaitAsync(cancellation).ConfigureAwait(false)).Text;
    }

    /// <summary>
    /// Forgets a token that was refused, so that the next <see cref="Get"/> asks for a new one. Does nothing when another
    /// caller has done it already.
    /// </summary>
    public void Drop(string token)
    {
        lock (gate)
        {
            if (held?.Text != token)
                return;
            held = null;
            dropped = true;
        }
    }

    async Task<Held> Request()
    {
        try
        {
            var result = await ask!(dropped).ConfigureAwait(false);
            var fresh = new Held(result.AccessToken, result.ExpiresOn);
            lock (gate)
            {
                held = fresh;
                dropped = false;
            }
            return fresh;
        }
        catch (MsalServiceException refused)
        {
            // Its text names the tenant and the app; its code is enough.
            throw new BotFrameworkException($"token {refused.ErrorCode}", refused.StatusCode, FailureClass.Safe)
            {
                RetryAfter = refused.Headers?.RetryAfter?.Delta,
            };
        }
        catch (Exception failure) when (failure is MsalException or HttpRequestException or OperationCanceledException)
        {
            throw new BotFrameworkException("token endpoint not reached", null, FailureClass.Safe, failure);
        }
        finally
        {
            lock (gate)
                running = null;
        }
    }

    static Func<bool, Task<AuthenticationResult>> BySecret(BotFrameworkOptions options, IMsalHttpClientFactory factory)
    {
        var tenant = string.IsNullOrWhiteSpace(options.TenantId) ? options.Defaults.SharedTenant : options.TenantId;
        var app = ConfidentialClientApplicationBuilder.Create(options.AppId)
            .WithClientSecret(options.AppPassword)
            .WithAuthority($"{options.Defaults.Login}/{tenant}", validateAuthority: false)
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(factory, retryOnceOn5xx: false)
            .Build();
        string[] scopes = [options.Defaults.Resource + "/.default"];
        return force => app.AcquireTokenForClient(scopes).WithForceRefresh(force).ExecuteAsync();
    }

    static Func<bool, Task<AuthenticationResult>> ByIdentity(BotFrameworkOptions options, IMsalHttpClientFactory factory)
    {
        var app = ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(options.AppId))
            .WithHttpClientFactory(factory, retryOnceOn5xx: false)
            .Build();
        return force => app.AcquireTokenForManagedIdentity(options.Defaults.Resource).WithForceRefresh(force).ExecuteAsync();
    }

    sealed record Held(string Text, DateTimeOffset Until);
}
