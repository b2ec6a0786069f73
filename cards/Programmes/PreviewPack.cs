using ServiceCulture.Cards.CheckIns;

namespace ServiceCulture.Cards.Programmes;

/// <summary>A version of a pack as people will see it. What is typed into it goes nowhere; its button leads back.</summary>
public sealed record PreviewPack : IForm<PreviewPack>
{
    const int Together = 10;

    /// <inheritdoc/>
    public static string Id => "prompts.preview";

    /// <inheritdoc/>
    public static PreviewPack Read(Answers answers) => new();

    /// <summary>The first prompt as this very channel draws it, with the line under it, then all of them as plain text.</summary>
    /// <param name="keptDays">So many days it is kept at most, by the policy in force.</param>
    public static Form Form(string row, int stamp, int version, IReadOnlyList<string> prompts, int keptDays)
    {
        var asked = SortThought.Form(Text.Of(prompts[0]), null, keptDays);
        return new(new Ref(Id, row, stamp), $"Preview: version {version}", $"Back",
        [
            new Field.Note("where", $"People see one prompt a day, over the line in which they write: in a window on Slack and on the local page, in a dialog in Teams, always in private. Here it is as it looks where you are; what you type into it goes nowhere."),
            new Field.Shown("title", new Block.Heading(asked.Title)),
            .. asked.Fields.Select(field => field with { Optional = true }),
            new Field.Note("all", $"Without any form, as notifications and screen readers have it: {new Hole.Count(prompts.Count, "prompt", "prompts")}."),
            .. prompts.Chunk(Together).Select((some, at) => new Field.Shown($"some-{at}", new Block.Points([.. some.Select(Text.Of)]))),
        ])
        { Reopens = new Ref(PromptPacks.OpenId) };
    }
}
