namespace ServiceCulture.Cards.Kudos;

/// <summary>Why kudos don't stand where they were to be posted.</summary>
public enum NotPosted
{
    /// <summary>The channel didn't say in a way we know.</summary>
    Unknown,

    /// <summary>The bot isn't in that conversation.</summary>
    NotThere,

    /// <summary>Nobody can write there any more.</summary>
    Closed,

    /// <summary>Others may write there, the bot may not.</summary>
    NotAllowed,
}

/// <summary>To the giver alone: their kudos could not be posted, why, what helps, and who was told anyway.</summary>
public static class KudosNotPosted
{
    /// <param name="place">The place's name; null where it isn't known.</param>
    /// <param name="told">Those who get the kudos themselves.</param>
    public static Card Card(KudosWords kudos, string? place, NotPosted why, IReadOnlyList<Person> told) => new($"Not posted",
        new Block.Say($"Your kudos to {Texts.List(kudos.To)} could not be posted {Where(place)}: {Reason(why)}. {Cure(why)}"),
        new Block.Say(told.Count == 0 ? (Text)$"Nothing is lost: your words are kept for them." : $"{Texts.List(told)} still got your words from me directly."))
    {
        Summary = $"Your kudos could not be posted",
    };

    static Text Where(string? place) => place is null ? (Text)$"where you gave them" : $"in {new Hole.Bold(place)}";

    static Text Reason(NotPosted why) => why switch
    {
        NotPosted.NotThere => $"I'm not a member there",
        NotPosted.Closed => $"nobody can write there any more",
        NotPosted.NotAllowed => $"I'm not allowed to write there",
        _ => (Text)$"they were not accepted there",
    };

    static Text Cure(NotPosted why) => why switch
    {
        NotPosted.NotThere => $"Invite me, and the next ones will show up.",
        NotPosted.Closed => $"Give the next ones in a channel that is still in use.",
        NotPosted.NotAllowed => $"Somebody who looks after the channel can invite me and let me write; then the next ones will show up.",
        _ => (Text)$"If it happens again, check that I'm invited there, or tell whoever looks after me.",
    };
}
