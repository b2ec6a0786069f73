using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.HrConsole.SigningIn;

namespace ServiceCulture.Bot.HrConsole.Shell;

/// <summary>Whoever looks at an open page, asked of the rows anew each time.</summary>
public sealed class SignedIn(AuthenticationStateProvider state, Sessions sessions, Limits limits, NavigationManager navigation)
{
    /// <summary>Null once the session is over: then the page is left.</summary>
    public async Task<MemberInfo?> Who(CancellationToken cancel = default)
    {
        var user = (await state.GetAuthenticationStateAsync()).User;
        return user.FindFirst(LettingIn.SessionClaim)?.Value is { } hash ? await sessions.Find(hash, cancel) : null;
    }

    /// <summary>Whoever acts, if they still may; null where not, and nothing may happen then.</summary>
    public async Task<MemberInfo?> May(Right right, CancellationToken cancel = default)
    {
        if (await Who(cancel) is not { } who)
        {
            Leave();
            return null;
        }
        return Access.May(who, right) && limits.Person(who.Id) ? who : null;
    }

    /// <summary>Asks for the page anew: whoever may not see it any more is led out, or told so.</summary>
    internal void Leave() => navigation.NavigateTo(navigation.Uri, forceLoad: true);
}
