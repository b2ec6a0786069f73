namespace ServiceCulture.Cards.Programmes;

/// <summary>One pack: its versions, and what HR may do next.</summary>
/// <param name="Next">One of the acts below; with a version behind a colon where it is about one.</param>
public sealed record PackVersions(string Next) : IForm<PackVersions>
{
    /// <summary>The field, and the acts.</summary>
    public const string NextField = "next", Edit = "edit", Preview = "preview", Publish = "publish", Back = "back", Archive = "archive";

    const int MostVersions = 20;

    /// <inheritdoc/>
    public static string Id => "prompts.pack";

    /// <inheritdoc/>
    public static PackVersions Read(Answers answers) => new(answers[NextField]);

    /// <summary>The form.</summary>
    /// <param name="stamp">Changes whenever anything about the pack does.</param>
    /// <param name="versions">Newest first.</param>
    public static Form Form(string row, int stamp, string name, IReadOnlyList<PackVersion> versions) => new(new Ref(Id, row, stamp), Text.Of(name), $"Continue",
        new Field.Shown("versions", new Block.Points([.. versions.Take(MostVersions).Select(Line)])),
        new Field.Pick(NextField, $"What next?", [.. Acts([.. versions.Take(MostVersions)])]))
    { Reopens = new Ref(PromptPacks.OpenId) };

    /// <summary>After an act that changed something.</summary>
    public static Card Done(string name, Text words) => new($"{name}", new Block.Say(words)) { Buttons = [PromptPacks.Button] };

    static IEnumerable<Choice> Acts(IReadOnlyList<PackVersion> versions)
    {
        var draft = versions.FirstOrDefault(one => one.State is PackStanding.Draft);
        yield return draft is null
            ? new Choice(Edit, $"Change the prompts", $"As a draft: nobody sees it until you publish it")
            : new Choice(Edit, $"Change the draft", $"Nobody sees it until you publish it");
        if (draft is not null)
            yield return new Choice(Publish, $"Publish version {draft.Version}", $"From the next form on");
        foreach (var one in versions.Where(one => one.State is PackStanding.Earlier or PackStanding.Archived))
            yield return new Choice($"{Back}:{one.Version}", $"Go back to version {one.Version}", $"From the next form on");
        foreach (var one in versions)
            yield return new Choice($"{Preview}:{one.Version}", $"Preview version {one.Version}");
        if (versions.Any(one => one.State is not PackStanding.Archived))
            yield return new Choice(Archive, $"Archive the pack", $"It is kept; no programme can be given it");
    }

    static Text Line(PackVersion one) => one.State switch
    {
        PackStanding.Draft => $"Version {one.Version}: a draft, {Count(one)}{Changed(one)}",
        PackStanding.Published => $"Version {one.Version}: {new Hole.Bold((Text)$"published")}, {Count(one)}{Changed(one)}",
        PackStanding.Earlier => $"Version {one.Version}: an earlier one, {Count(one)}{Changed(one)}",
        _ => $"Version {one.Version}: archived, {Count(one)}{Changed(one)}",
    };

    static Hole.Count Count(PackVersion one) => new(one.Prompts, "prompt", "prompts");

    static Text Changed(PackVersion one) => one.ChangedAt is { } at ? $", last changed on {new Hole.Moment(at, MomentStyle.Date)}" : (Text)$", shipped with the program";
}

/// <summary>One version of a pack.</summary>
/// <param name="Prompts">How many.</param>
/// <param name="ChangedAt">UTC; null: as it was shipped.</param>
public sealed record PackVersion(int Version, PackStanding State, int Prompts, DateTime? ChangedAt);

/// <summary>How a version stands.</summary>
public enum PackStanding
{
    /// <summary>HR's alone, being written.</summary>
    Draft,

    /// <summary>What people see.</summary>
    Published,

    /// <summary>Was published, and can be again.</summary>
    Earlier,

    /// <summary>Kept, and offered to no programme.</summary>
    Archived,
}
