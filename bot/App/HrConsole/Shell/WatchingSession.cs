using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using ServiceCulture.Bot.HrConsole.SigningIn;

namespace ServiceCulture.Bot.HrConsole.Shell;

/// <summary>Looks every few seconds whether an open page's session still is one, and its owner may what they might: if not, the page is asked for anew.</summary>
sealed class WatchingSession(ILoggerFactory logs, Sessions sessions) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(5);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        authenticationState.User.FindFirst(LettingIn.SessionClaim)?.Value is { } hash && await sessions.Find(hash, cancellationToken) is { } who
        && authenticationState.User.FindFirst(LettingIn.RightsClaim)?.Value == LettingIn.Rights(who);
}
