using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.People;

/// <summary>Who says something of a person, in order of trust.</summary>
enum Source { Person, Platform, Hr }

/// <summary>Whose word stands. What HR said no platform changes, and what either said the person's own word does not.</summary>
static class Trust
{
    /// <summary>Whether that source's word on it stands now; where it does, it is remembered whose word it is.</summary>
    internal static bool Takes(Member member, Said what, Source from)
    {
        if (from < Source.Hr && member.SaidByHr.HasFlag(what) || from < Source.Platform && member.SaidByPlatform.HasFlag(what))
            return false;
        if (from is Source.Hr)
            member.SaidByHr |= what;
        if (from is Source.Platform)
            member.SaidByPlatform |= what;
        return true;
    }

    internal static void Name(Member member, string? said, Source from)
    {
        if (said is { Length: > 0 } && Takes(member, Said.Name, from))
            (member.Name, member.NameKey) = (said, Folding.Key(said));
    }

    internal static void Zone(Member member, string? said, Source from)
    {
        if (said is { Length: > 0 } && Takes(member, Said.Zone, from))
            member.Zone = said;
    }

    internal static void Language(Member member, string? said, Source from)
    {
        if (said is { Length: > 0 } && Takes(member, Said.Language, from))
            member.Culture = said;
    }
}
