namespace ServiceCulture.Cards.Digests;

/// <summary>What a digest's numbers are based on, and what is never in it.</summary>
public static class DigestBasis
{
    /// <summary>Of a manager's digest.</summary>
    /// <param name="zone">The organisation's time zone, by which weeks are cut.</param>
    /// <param name="seesPrivate">HR's rule has managers see kudos that are not public.</param>
    public static Card Manager(string zone, bool seesPrivate) => new($"What this is based on", new Block.Points(
        (Text)$"Weeks run by the organisation's time zone, {new Hole.Bold(zone)}. The numbers were counted when the digest was made and stay as they are.",
        $"It is about the teams that you lead yourself. Teams below them have their own manager, who gets their digest: so nobody is counted twice, and nobody reads of people whom they don't meet.",
        seesPrivate
            ? (Text)$"Thanks are those that you may see: public ones, and those given to people “and their manager”. Private ones are not counted."
            : $"Thanks are public ones only. Private ones are neither counted nor shown.",
        $"A thank-you counts for the team that somebody was in when they got it; if two people are thanked at once, that is two. One for two values counts under each.",
        $"In full you see two or three, of different people and for different values. Whoever was shown the last time comes only once nobody else waits.",
        $"“You have not thanked” goes by what you gave yourself, privately too, in the last four weeks. Who is on leave, or has been in the team for less than two weeks, is left out. Nobody else sees that line.",
        $"How it is to work here, and how questions were handled, comes from figures that are published once in four weeks: of at least five people, in large steps, and never who took part.",
        $"What we keep asking, and what agents could decide, is of the whole organisation, with at least five people behind each line: topics and numbers, never how somebody asked. Topics in which fewer decided are counted together.",
        $"Of an open question you see its topic, who asked and who has it; not what was written.",
        $"Nothing of anybody's check-ins, thoughts or mood is in it."));

    /// <summary>Of HR's overview.</summary>
    public static Card Overview(string zone) => new($"What this is based on", new Block.Points(
        (Text)$"Weeks run by the organisation's time zone, {new Hole.Bold(zone)}. The numbers were counted when the overview was made and stay as they are.",
        $"Thanks are counted with private ones, as numbers of the whole organisation; taken back ones are not.",
        $"Who takes part is said of the whole organisation only, in steps of a fifth, once in four weeks; how questions were handled, where at least five people stand behind it.",
        $"What we keep asking, and which decisions are nearly always granted, comes from the last four weeks that were published: topics and numbers with at least five people behind each, never how somebody asked.",
        $"A topic is short of experts when fewer than two who are still here can be asked about it."));
}
