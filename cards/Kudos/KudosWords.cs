namespace ServiceCulture.Cards.Kudos;

/// <summary>Kudos as cards tell them.</summary>
/// <param name="Values">Names of the values it was given for, with their glyphs.</param>
/// <param name="Words">What the giver wrote.</param>
public sealed record KudosWords(Person From, IReadOnlyList<Person> To, IReadOnlyList<ValueName> Values, string Words)
{
    /// <summary>Whoever gave them and does not want to be named any more.</summary>
    public static readonly Person AColleague = new(Guid.Empty, "A colleague");

    /// <summary>True where a customer thanked them, and the giver passed it on.</summary>
    public bool FromCustomer { get; init; }

    /// <summary>What the customer said.</summary>
    public string CustomerWords { get; init; } = "";

    /// <summary>The message that it is about.</summary>
    public Uri? Link { get; init; }

    /// <summary>True once the words were changed after sending.</summary>
    public bool IsEdited { get; init; }

    /// <summary>The kudos' id.</summary>
    public Guid Id { get; init; }

    /// <summary>Its version.</summary>
    public int Version { get; init; } = 1;
}

/// <summary>A value as cards name it.</summary>
/// <param name="Glyph">One picture character; the name always stands beside it.</param>
public sealed record ValueName(string Id, string Name, string Glyph)
{
    internal Text Text => $"{new Hole.Bold(Name.ToLowerInvariant())}";
}
