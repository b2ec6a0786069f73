using ServiceCulture.Cards.Crisis;

namespace ServiceCulture.Cards.Rough;

/// <summary>What stands last on every private card: the rough moment, and help. Where a site has the first switched off, its readers don't see it.</summary>
public static class WithinReach
{
    /// <summary>Both, in their order.</summary>
    public static IReadOnlyList<Button> Buttons => [RoughMoment.Button, GetHelp.Button];
}
