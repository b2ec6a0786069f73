namespace ServiceCulture.Cards.Kudos;

/// <summary>The form in which a manager, or HR, says where a team's public kudos are posted when they are given in private.</summary>
/// <param name="Place"><see cref="Here"/>, <see cref="Nowhere"/>, or the number of a place.</param>
public sealed record KudosChannel(string Team, string Place) : IForm<KudosChannel>
{
    /// <summary>The press that opens it, and the field ids.</summary>
    public const string OpenId = "kudos.channel-open", TeamField = "team", PlaceField = "place";

    /// <summary>The conversation that the form was opened in; no place at all.</summary>
    public const string Here = "here", Nowhere = "nowhere";

    /// <summary>As many teams, and as many places, as the form offers.</summary>
    public const int Most = 90;

    /// <inheritdoc/>
    public static string Id => "kudos.channel";

    /// <summary>Opens it.</summary>
    public static Button Button => new($"Kudos channel", new Ref(OpenId)) { Opens = Opens.Form };

    /// <inheritdoc/>
    public static KudosChannel Read(Answers answers) => new(answers[TeamField], answers[PlaceField]);

    /// <summary>The form.</summary>
    /// <param name="teams">Those whose channel the reader may set, each with where its kudos go now.</param>
    /// <param name="places">Where the bot is, by name.</param>
    /// <param name="canBeHere">True where it is opened in a shared conversation.</param>
    public static Form Form(IReadOnlyList<Choice> teams, IReadOnlyList<Choice> places, bool canBeHere) => new(new Ref(Id), $"Kudos channel", $"Save",
        new Field.Pick(TeamField, $"Whose public kudos?", teams) { Initial = teams.Count == 1 ? teams[0].Value : "" },
        new Field.Pick(PlaceField, $"Where are they posted?",
        [
            .. canBeHere ? [new Choice(Here, $"In this conversation")] : Array.Empty<Choice>(),
            .. places,
            new Choice(Nowhere, $"Nowhere", $"Only the people thanked get them"),
        ])
        { Initial = canBeHere ? Here : "" },
        new Field.Note("applies", $"Kudos given in a channel are posted right there. This is for those that the team gives in a conversation with me alone. I have to be in the channel; to choose one that isn't listed, invite me there and open this form there."));

    /// <summary>What is said after saving.</summary>
    /// <param name="place">Its name; null: the conversation the form was opened in.</param>
    public static Card Saved(string team, string? place) => new($"Saved", new Block.Say(place is null
        ? (Text)$"Public kudos of {new Hole.Bold(team)} are posted in this conversation from now on."
        : $"Public kudos of {new Hole.Bold(team)} are posted in {new Hole.Bold(place)} from now on."));

    /// <summary>What is said where there is no channel any more.</summary>
    public static Card Cleared(string team) => new($"Saved",
        new Block.Say($"Public kudos of {new Hole.Bold(team)} have no channel from now on: only the people thanked get them, unless they are given in a channel."));
}
