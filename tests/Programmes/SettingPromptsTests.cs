using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Programmes;
using ServiceCulture.Tests.Crisis;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Programmes;

public sealed class SettingPromptsTests : OverTheDatabase
{
    const string Six = "six-needs/en";

    Someone _ines = null!, _mia = null!;

    private protected override async Task Arrange() => (_ines, _mia) = (await Bot.Member("Ines Moor", roles: Roles.Hr), await Bot.Member("Mia Storm"));

    [Fact]
    public async Task A_draft_is_written_looked_at_and_published_and_taken_back_again()
    {
        var shown = await Drafts("Who needed you today, and how did you notice?");
        Assert.Contains("Version 2: a draft, 1 prompt, last changed on 2 March 2026", CrisisForms.Plain(shown.Form));
        Assert.Contains("Version 1: published, 30 prompts, shipped with the program", CrisisForms.Plain(shown.Form));
        Assert.Equal((PackState.Published, PackState.Draft), (await State(1), await State(2)));

        var preview = await Bot.Submits(_ines, shown, (PackVersions.NextField, "preview:2"));
        Assert.Contains("Who needed you today", CrisisForms.Plain(preview.Form));
        var back = await Bot.Submits(_ines, preview);
        Assert.Contains("from the next form on", (await Bot.Submits(_ines, back, (PackVersions.NextField, PackVersions.Publish))).Words);
        Assert.Equal((PackState.Earlier, PackState.Published), (await State(1), await State(2)));

        Assert.Contains("Version 1 is what people see", (await Bot.Submits(_ines, await Opens(Six), (PackVersions.NextField, "back:1"))).Words);
        Assert.Equal((PackState.Published, PackState.Earlier), (await State(1), await State(2)));
        Assert.Equal([$"{Six}/2", $"{Six}/2 published", $"{Six}/1 went back"], await Audit());
    }

    [Fact]
    public async Task A_draft_begins_with_what_is_published_and_a_second_visit_changes_the_same_draft()
    {
        var form = await Bot.Submits(_ines, await Opens(Six), (PackVersions.NextField, PackVersions.Edit));
        Assert.Equal(30, form.Holds(EditPack.PromptsField).Split('\n').Length);
        await Drafts("Who needed you today, and how did you notice?");
        await Drafts("Whom could you help today?");
        Assert.Equal(["Whom could you help today?"], (await Bot.Read(db => db.PromptPacks.SingleAsync(one => one.State == PackState.Draft))).Prompts);
    }

    [Fact]
    public async Task A_pack_of_ones_own_is_added_with_an_id_out_of_its_name()
    {
        foreach (var name in new[] { "Für Nächte!", "Fur nachte 2" })
            await Bot.Submits(_ines, await New(), (EditPack.NameField, name), (EditPack.LanguageField, "DE"), (EditPack.PromptsField, "Was half dir heute Nacht?"));
        Assert.Equal(["fur-nachte", "fur-nachte-2"], await Bot.Read(db => db.PromptPacks.Where(one => one.Language == "de").Select(one => one.Id).Order().ToListAsync()));
    }

    [Fact]
    public async Task A_pack_is_archived_and_one_that_a_programme_uses_is_not()
    {
        await Bot.Do(db =>
        {
            db.Add(new Programme { Name = "Mornings", Kind = ProgrammeKind.CheckIn, State = ProgrammeState.Paused, PackId = "six-needs" });
            return Task.CompletedTask;
        });
        Assert.Contains("The programme Mornings uses this pack", (await Bot.Submits(_ines, await Opens(Six), (PackVersions.NextField, PackVersions.Archive))).Fault(PackVersions.NextField));
        await Bot.Do(async db => (await db.Programmes.SingleAsync()).State = ProgrammeState.Ended);
        Assert.Contains("archived", (await Bot.Submits(_ines, await Opens(Six), (PackVersions.NextField, PackVersions.Archive))).Words);
        Assert.Equal(PackState.Archived, await State(1));
        var list = (await Bot.Presses(_ines, new Ref(PromptPacks.OpenId))).Form.Fields.OfType<Field.Pick>().Single().Choices;
        Assert.Equal("Archived", list[^2].Describes!.Plain(Reader.Plain));
    }

    [Theory]
    [InlineData(EditPack.NameField, "", "What is the pack called?")]
    [InlineData(EditPack.NameField, "THREE qualities", "Another pack has this name")]
    [InlineData(EditPack.PromptsField, " \n \n", "At least one prompt")]
    [InlineData(EditPack.PromptsField, "Short?", "Prompt 1 has 6 characters; please make it 10 to 200: “Short?”.")]
    [InlineData(EditPack.PromptsField, "The same one twice?\nthe  same one twice?", "there twice")]
    public async Task What_can_not_be_right_is_refused_with_all_kept(string field, string words, string why)
    {
        var form = await Bot.Submits(_ines, await Opens(Six), (PackVersions.NextField, PackVersions.Edit));
        var wrong = await Bot.Submits(_ines, form, (EditPack.NameField, "Mine"), (EditPack.PromptsField, "A question that is right?"), (field, words));
        Assert.Contains(why, wrong.Fault(field));
        Assert.Equal(field == EditPack.NameField ? "A question that is right?" : "Mine", wrong.Holds(field == EditPack.NameField ? EditPack.PromptsField : EditPack.NameField));
        Assert.Empty(await Audit());
    }

    [Fact]
    public async Task Too_many_too_long_and_too_much_are_refused_and_so_is_a_language_that_is_none()
    {
        async Task<Heard> Sends(string prompts, string language = "en") =>
            await Bot.Submits(_ines, await New(), (EditPack.NameField, "Mine"), (EditPack.LanguageField, language), (EditPack.PromptsField, prompts));
        Assert.Contains("At most 60 prompts", (await Sends(string.Join('\n', Enumerable.Range(0, 61).Select(n => $"Question number {n}?")))).Fault(EditPack.PromptsField));
        Assert.Contains("has 201 characters", (await Sends(new string('a', 201))).Fault(EditPack.PromptsField));
        Assert.Contains("At most 3,000 characters", (await Sends(string.Join('\n', Enumerable.Range(0, 20).Select(n => $"{n}{new string('a', 180)}")))).Fault(EditPack.PromptsField));
        Assert.Contains("two letters", (await Sends("A question that is right?", "english")).Fault(EditPack.LanguageField));
    }

    [Fact]
    public async Task What_somebody_changed_meanwhile_is_not_overwritten_unseen()
    {
        var form = await Bot.Submits(_ines, await Opens(Six), (PackVersions.NextField, PackVersions.Edit));
        var pack = await Opens(Six);
        await Drafts("Who needed you today, and how did you notice?");
        Assert.Contains("so nothing was done", (await Bot.Submits(_ines, pack, (PackVersions.NextField, PackVersions.Archive))).Fault(PackVersions.NextField));
        var late = await Bot.Submits(_ines, form, (EditPack.PromptsField, "What did you put right?"));
        Assert.Contains("Somebody changed this pack", late.Fault(EditPack.PromptsField));
        Assert.Equal("What did you put right?", late.Holds(EditPack.PromptsField));
        await Bot.Submits(_ines, late);
        Assert.Equal(["What did you put right?"], (await Bot.Read(db => db.PromptPacks.SingleAsync(one => one.State == PackState.Draft))).Prompts);
    }

    [Fact]
    public async Task Acts_that_make_no_sense_do_nothing()
    {
        foreach (var act in new[] { "", "publish", "back:1", "back:7", "preview:9", "preview:x", "erase" })
            Assert.Contains("Please pick one", (await Bot.Submits(_ines, await Opens(Six), (PackVersions.NextField, act))).Fault(PackVersions.NextField));
        Assert.Contains("Please pick one", (await Bot.Submits(_ines, await List(), (PromptPacks.PackField, "no/such"))).Fault(PromptPacks.PackField));
        Assert.Empty(await Audit());
    }

    [Fact]
    public async Task Only_hr_sees_and_changes_them()
    {
        Assert.DoesNotContain("Prompt packs", (await Bot.Types(_mia, "help")).Buttons);
        Assert.Contains("Only HR", (await Bot.Presses(_mia, new Ref(PromptPacks.OpenId))).Words);
        var edit = await Bot.Submits(_ines, await Opens(Six), (PackVersions.NextField, PackVersions.Edit));
        var preview = await Bot.Submits(_ines, await Opens(Six), (PackVersions.NextField, "preview:1"));
        Assert.Contains("opened by someone else", (await Bot.Submits(_mia, edit)).Words);
        foreach (var step in new[] { await List(), await Opens(Six), edit, preview })
            Assert.Contains("Only HR", (await Bot.Submits(_mia, step with { Who = _mia.Id })).Words);
        Assert.Empty(await Audit());
    }

    async Task<Heard> List() => await Bot.Presses(_ines, await Bot.Types(_ines, "help"), "Prompt packs");

    async Task<Heard> Opens(string pack) => await Bot.Submits(_ines, await List(), (PromptPacks.PackField, pack));

    Task<Heard> New() => Opens(PromptPacks.New);

    async Task<Heard> Drafts(string prompts)
    {
        Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        return await Bot.Submits(_ines, await Bot.Submits(_ines, await Opens(Six), (PackVersions.NextField, PackVersions.Edit)), (EditPack.PromptsField, prompts));
    }

    Task<PackState> State(int version) => Bot.Read(db => db.PromptPacks.Where(one => one.Id == "six-needs" && one.Version == version).Select(one => one.State).SingleAsync());

    Task<List<string>> Audit() => Bot.Read(db => db.Audit.OrderBy(entry => entry.Id).Select(entry => entry.Row).ToListAsync());
}
