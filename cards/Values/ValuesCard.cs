using ServiceCulture.Cards.Kudos;

namespace ServiceCulture.Cards.Values;

/// <summary>The values as people look them up.</summary>
public static class ValuesCard
{
    /// <summary>All packs that are switched on.</summary>
    /// <param name="isHr">True adds what HR can set.</param>
    public static Card All(IReadOnlyList<PackWords> packs, bool isHr) => new($"Our values",
    [
        .. packs.SelectMany(pack => new Block[]
        {
            new Block.Heading(Text.Of(pack.Name)),
            new Block.Points([.. pack.Values.Select(value => (Text)$"{value.Glyph} {new Hole.Bold(value.Name)}: {value.Meaning}")]),
        }),
        packs.Count == 0
            ? new Block.Say($"HR has switched all value packs off for now.")
            : new Block.Note($"To see one closely: {new Hole.Typed("values " + packs[0].Values.Select(value => value.Id).FirstOrDefault("patience"))}."),
    ])
    {
        Buttons = [GiveKudos.Button, .. isHr ? [new Button($"Rules for kudos", new Ref(KudosRules.OpenId)) { Opens = Opens.Form }] : Array.Empty<Button>()],
    };

    /// <summary>One value, with what one can see of it and how thanks may begin.</summary>
    public static Card One(ValueWords value, bool forKudos) => new($"{value.Glyph} {value.Name}",
    [
        new Block.Say(Text.Of(value.Meaning)),
        new Block.Heading($"What it looks like"),
        new Block.Points([.. value.Behaviours.Select(Text.Of)]),
        .. forKudos ? new Block[] { new Block.Heading($"Thanks may begin"), new Block.Points([.. value.Starters.Select(Text.Of)]) } : [],
        .. forKudos ? [new Block.Note($"Typed as {new Hole.Typed("#" + value.Id)}, or with one of these words: {string.Join(", ", value.Synonyms)}.")] : Array.Empty<Block>(),
    ])
    {
        Buttons = forKudos ? [GiveKudos.Button with { Does = new Ref(GiveKudos.OpenId, value.Id), Label = $"Thank someone for this" }] : [],
    };

    /// <summary>For a word that names no value.</summary>
    public static Card None(string word) => new($"Our values", new Block.Say($"I don't know a value called “{word}”. {new Hole.Typed("values")} shows them all."));
}

/// <summary>A pack in words.</summary>
public sealed record PackWords(string Name, IReadOnlyList<ValueWords> Values);

/// <summary>A value in words.</summary>
public sealed record ValueWords(string Id, string Name, string Glyph, string Meaning, IReadOnlyList<string> Behaviours, IReadOnlyList<string> Starters, IReadOnlyList<string> Synonyms);
