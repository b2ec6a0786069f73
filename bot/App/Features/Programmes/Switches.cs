using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Programmes;
using ServiceCulture.Cards.Rough;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>Which features HR has switched off at which sites. For the features that send something by themselves.</summary>
public static class Switches
{
    public static async ValueTask<bool> IsOff(Register register, string? site, string feature, CancellationToken cancel) =>
        site is not null && (await Off(register, cancel)).Contains((site, feature));

    public static async ValueTask<IReadOnlySet<(string Site, string Feature)>> Off(Register register, CancellationToken cancel) =>
        (await register.Get("switches", async db => (IReadOnlySet<(string, string)>)(await db.SwitchedOff.AsNoTracking().ToListAsync(cancel)).Select(off => (off.Site, off.Feature)).ToHashSet()))!;
}

/// <summary>
/// Which route belongs to which feature that can be switched off. What is in none of them never can be: help, the way to
/// one's own data and out of it, help in a crisis, what one wrote oneself, questions (who asks and who answers may sit at two sites), and HR's own forms.
/// </summary>
static class Switchable
{
    internal const string Kudos = "kudos", CheckIns = "check-ins", Pulse = "pulse", Rough = "rough", Phrases = "phrases";

    internal static readonly IReadOnlyList<string> All = [Kudos, CheckIns, Pulse, Rough, Phrases];

    static readonly Dictionary<string, string> Commands = new(StringComparer.Ordinal)
    {
        ["kudos"] = Kudos,
        ["mykudos"] = Kudos,
        ["checkin"] = CheckIns,
        ["rough"] = Rough,
        ["phrases"] = Phrases,
    };

    // A button's, form's or menu's id is feature.verb.
    static readonly Dictionary<string, string> Prefixes = new(StringComparer.Ordinal)
    {
        ["kudos"] = Kudos,
        ["checkin"] = CheckIns,
        ["pulse"] = Pulse,
        ["rough"] = Rough,
        ["phrases"] = Phrases,
    };

    // HR sets the rules for every site, whatever is off at their own; and what somebody parked is theirs to open, whatever is off since.
    static readonly HashSet<string> Always = new(StringComparer.Ordinal) { "kudos.rules-open", "kudos.rules", ParkedThought.OpenId, ParkedThought.Id };

    /// <returns>Null where the route can't be switched off.</returns>
    internal static string? FeatureOf(string route) => route.Split(':') switch
    {
        ["command", var name] => Commands.GetValueOrDefault(name),
        ["press" or "submit" or "menu", var id] when !Always.Contains(id) => Prefixes.GetValueOrDefault(id.Split('.')[0]),
        _ => null,
    };
}

/// <summary>The buttons of a feature that is off where their reader works.</summary>
public sealed class SwitchedOffButtons(Register register) : IHide
{
    public async ValueTask<Func<Ref, bool>?> Hidden(MemberInfo reader, CancellationToken cancel) =>
        reader.Site is { } site && await Switches.Off(register, cancel) is { Count: > 0 } off ? what => Switchable.FeatureOf($"press:{what.Id}") is { } feature && off.Contains((site, feature)) : null;
}

/// <summary>Answers for a feature that is off where the person works; nothing of it happens, however it was reached.</summary>
public sealed class SwitchedOffHere(Register register) : IGuard
{
    public async ValueTask<Outcome?> Refuse(Turn turn, CancellationToken cancel) =>
        turn.Who.Site is { } site && Switchable.FeatureOf(turn.What.Route) is { } feature && await Switches.IsOff(register, site, feature, cancel)
            ? (Outcome)Refusing.Word($"HR has switched {SiteFeatures.Name(feature)} off at {new Hole.Bold(site)}, so nothing was done. {new Hole.Typed("help")} shows what is there.")
            : null;
}
