using Microsoft.AspNetCore.Components;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;

namespace ServiceCulture.Bot.HrConsole.Shell;

/// <summary>
/// A page of the console. It shows; what it reads and does is in a plain class beside it, made by <see cref="Make{T}"/>
/// of all services there are. Every act goes through <see cref="Act"/>.
/// </summary>
public abstract class ConsoleView : ComponentBase
{
    [Inject]
    IServiceProvider Services { get; set; } = null!;

    [Inject]
    SignedIn SignedIn { get; set; } = null!;

    [Inject]
    protected Telling Telling { get; set; } = null!;

    /// <summary>Whoever looks, with the rights they had when the page was opened.</summary>
    [CascadingParameter]
    public MemberInfo Who { get; set; } = null!;

    protected T Make<T>(params object[] given) => ActivatorUtilities.CreateInstance<T>(Services, given);

    protected bool May(Right right) => Access.May(Who, right);

    /// <summary>Does something as whoever is signed in: their right is looked up anew before, and the page shows that something is under way.</summary>
    /// <returns>False: they may not (any more), and nothing was done.</returns>
    protected async Task<bool> Act(Right right, Func<MemberInfo, Task> act)
    {
        var done = false;
        await Telling.While(async () =>
        {
            if (await SignedIn.May(right) is { } who)
            {
                await act(who);
                done = true;
            }
            else
                Telling.Say("You may not do that, or too much at once was asked, so nothing was changed.", isFault: true);
        });
        return done;
    }
}
