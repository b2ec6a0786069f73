namespace ServiceCulture.Cards.Programmes;

/// <summary>HR's way to the switches: which site.</summary>
public sealed record FeatureSites(string Site) : IForm<FeatureSites>
{
    /// <summary>The press that opens it, and the field.</summary>
    public const string OpenId = "features.open", SiteField = "site";

    /// <inheritdoc/>
    public static string Id => "features.list";

    /// <summary>The button, for HR alone.</summary>
    public static Button Button => new($"Features by site", new Ref(OpenId)) { Opens = Opens.Form };

    /// <inheritdoc/>
    public static FeatureSites Read(Answers answers) => new(answers[SiteField]);

    /// <param name="sites">Each with how many features are off there; at most 100 are offered.</param>
    public static Form Form(IReadOnlyList<(string Site, int Off)> sites) => new(new Ref(Id), $"Features by site", $"Open",
        new Field.Pick(SiteField, $"Which site?",
            [.. sites.Take(100).Select(one => new Choice(one.Site, Text.Of(one.Site), one.Off == 0 ? (Text)$"Everything is on" : $"{new Hole.Count(one.Off, "feature is", "features are")} off"))]))
    { Reopens = new Ref(OpenId) };
}

/// <summary>What is on at one site.</summary>
public sealed record SiteFeatures(IReadOnlyList<string> On) : IForm<SiteFeatures>
{
    /// <summary>The field.</summary>
    public const string OnField = "on";

    /// <inheritdoc/>
    public static string Id => "features.site";

    /// <inheritdoc/>
    public static SiteFeatures Read(Answers answers) => new(answers.All(OnField));

    /// <summary>The form.</summary>
    /// <param name="stamp">Says which were off when it was drawn.</param>
    public static Form Form(string site, int stamp, IReadOnlyList<string> all, IReadOnlyList<string> on) => new(new Ref(Id, site, stamp), $"Features by site", $"Save",
        new Field.Note("site", $"At {new Hole.Bold(site)} people can use:"),
        new Field.PickMany(OnField, $"Switched on", all.Count, [.. all.Select(feature => new Choice(feature, Capital(Name(feature)), About(feature)))])
        {
            Initial = on,
            Optional = true,
            Hint = $"What is off answers nobody there and sends nothing, from the next moment on. What people wrote stays theirs.",
        },
        new Field.Note("always", $"These are always on: {new Hole.Typed("help")}, {new Hole.Typed("mydata")}, {new Hole.Typed("pause")}, {new Hole.Typed("myday")}, {new Hole.Typed("values")} and “Get help now”."))
    { Reopens = new Ref(FeatureSites.OpenId) };

    /// <summary>After saving.</summary>
    public static Card Saved(string site, IReadOnlyList<string> off) => new($"Saved", new Block.Say(off.Count == 0
        ? (Text)$"Everything is on at {new Hole.Bold(site)}."
        : $"At {new Hole.Bold(site)} these are off from now on: {Texts.List([.. off.Select(Name)])}."))
    { Buttons = [FeatureSites.Button] };

    /// <summary>What a feature is called in a sentence.</summary>
    public static Text Name(string feature) => feature switch
    {
        "check-ins" => $"check-ins",
        "pulse" => $"the weekly pulse",
        "rough" => $"help with hard calls",
        "phrases" => $"the phrase bank",
        _ => Text.Of(feature),
    };

    static Text About(string feature) => feature switch
    {
        "kudos" => $"kudos, mykudos and thanking from a message",
        "check-ins" => $"checkin, a thought to sort out, and being asked",
        "pulse" => $"The five statements",
        "rough" => $"rough, and five minutes with a colleague",
        _ => $"phrases",
    };

    static Text Capital(Text name) => name.Plain(Reader.Plain) is { Length: > 0 } words ? Text.Of(char.ToUpperInvariant(words[0]) + words[1..]) : name;
}
