namespace ServiceCulture.Cards.Digests;

/// <summary>What is said where there is no digest to show.</summary>
public static class NoDigest
{
    /// <summary>By which word behind "digest" a kind is asked for: of the team, one's own, of the whole organisation.</summary>
    public static string Word(int kind) => kind switch { 1 => "me", 2 => "month", _ => "team" };

    /// <summary>There is none before.</summary>
    public static Card NoEarlier => new($"That was the first", new Block.Say($"There is no digest before that one. They are kept for a year."));

    /// <summary>The first is still to come.</summary>
    /// <param name="next">UTC; null: none is planned.</param>
    public static Card Yet(DateTime? next) => new($"No digest yet", new Block.Say(next is { } at
        ? $"Your first one comes on {new Hole.Moment(at)}. {new Hole.Typed("digest preview")} shows you one now."
        : (Text)$"There is none yet. {new Hole.Typed("digest preview")} shows you one now."));

    /// <summary>Nothing happened that one could tell.</summary>
    public static Card Nothing => new($"Nothing to tell", new Block.Say($"There is nothing to tell of this week so far."));
}
