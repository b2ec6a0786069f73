namespace ServiceCulture.Cards.Digests;

/// <summary>What one can do with a digest of any kind.</summary>
public static class DigestButtons
{
    /// <summary>The presses; their row says whose digest of which kind and week it is.</summary>
    public const string EarlierId = "digest.earlier", PauseId = "digest.pause", ResumeId = "digest.resume", BasisId = "digest.basis";

    /// <summary>Earlier ones, less often, none for now, and what it is based on.</summary>
    public static IReadOnlyList<Button> For(string row) =>
    [
        new($"Previous weeks", new Ref(EarlierId, row)),
        new($"Less often, other time", new Ref(DigestTimes.OpenId, row)) { Opens = Opens.Form },
        new($"Pause", new Ref(PauseId, row)),
        new($"What is this based on?", new Ref(BasisId, row)),
    ];

    /// <summary>After pausing.</summary>
    public static Card Paused(string row) => new($"Paused", new Block.Say($"No more of these until you say so. {new Hole.Typed("digest")} still shows the last one."))
    {
        Buttons = [new($"Send them again", new Ref(ResumeId, row))],
    };

    /// <summary>When the next one comes.</summary>
    public static Card Saved(DateTime next) => new($"Saved", new Block.Say($"The next one comes on {new Hole.Moment(next)}, by your own clock."));
}
