using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.Programmes;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Programmes;

/// <summary>What HR sees of the prompts, and what everybody sees of one, in every dialect.</summary>
public sealed class ApprovedPromptTests
{
    static readonly string[] Prompts = ["Which opening sentence of yours gets people talking?", "What did you let a customer choose, and did it change the conversation?"];
    static readonly DateTime Then = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_list() => Dialects.Match("prompts-list", PromptPacks.Form(
        [new("six-needs/en", "Six needs", "en", 1, 2), new("mine/de", "Für die Nacht", "de", null, 1), new("old/en", "Old", "en", null, null)]));

    [Fact]
    public void A_pack() => Dialects.Match("prompts-pack", PackVersions.Form("six-needs/en", 7, "Six needs",
        [new(3, PackStanding.Draft, 1, Then), new(2, PackStanding.Published, 12, Then), new(1, PackStanding.Earlier, 30, null)]));

    [Fact]
    public void A_draft() => Dialects.Match("prompts-draft", EditPack.Form("six-needs/en", 7, new("Six needs", "en", string.Join('\n', Prompts))));

    [Fact]
    public void A_preview() => Dialects.Match("prompts-preview", PreviewPack.Form("six-needs/en", 7, 2, Prompts, 180));

    [Fact]
    public void The_thought_form_with_a_prompt() => Dialects.Match("thought-with-prompt", SortThought.Form(Text.Of(Prompts[0]), null, 180));

    [Fact]
    public void After_an_act() => Dialects.Match("prompts-done", PackVersions.Done("Six needs", $"The pack is archived. It is kept; a new draft of it brings it back."));
}
