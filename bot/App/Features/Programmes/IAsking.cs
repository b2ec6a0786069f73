using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>What one kind of programme sends to whoever is asked. No answer of anybody is in it.</summary>
public interface IAsking
{
    ProgrammeKind Kind { get; }

    /// <summary>Its name among the features that HR switches off at a site.</summary>
    string Feature { get; }

    /// <summary>The day under which an ask of that day is kept. There is one ask for each: whoever is asked once a week has the week's first day.</summary>
    DateOnly CountsFor(DateOnly day) => day;

    /// <summary>The card that asks, under the key <see cref="Asks.Key"/>.</summary>
    ValueTask<Send> Ask(Asked asked, CancellationToken cancel);

    /// <summary>The one reminder, a message of its own.</summary>
    Send Remind(Asked asked);

    /// <summary>The reminder once there is nothing to be reminded of: changed in place.</summary>
    Card Reminded { get; }

    /// <summary>The card once its time is over: the same key, changed in place.</summary>
    Send Close(Asked asked);
}

/// <summary>Somebody who is asked now.</summary>
/// <param name="Home">Where it goes.</param>
public sealed record Asked(Ask Ask, Programme Programme, MemberInfo Who, Address Home);
