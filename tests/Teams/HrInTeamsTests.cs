using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using static ServiceCulture.Tests.Teams.TeamsTalk;

namespace ServiceCulture.Tests.Teams;

/// <summary>What HR sets, as Teams speaks and hears: forms as cards that give way to one another.</summary>
[Trait("Database", "Both")]
public sealed class HrInTeamsTests : IAsyncLifetime
{
    TeamsTalk talk = null!;

    public async ValueTask InitializeAsync()
    {
        talk = await Start();
        await talk.Meet();
        await talk.Host.Store.Do(async db =>
        {
            var ann = await db.Accounts.Where(account => account.ExternalId == Ann.Id).Select(account => account.MemberId).SingleAsync();
            (await db.Members.SingleAsync(one => one.Id == ann)).Roles = Roles.Hr;
            return await db.SaveChangesAsync();
        }, default);
        talk.Host.Services.GetRequiredService<Register>().Forget();
    }

    public ValueTask DisposeAsync() => talk.DisposeAsync();

    [Fact]
    public async Task a_programme_is_added_refused_with_everything_kept_and_started()
    {
        var edit = await talk.Press(Ann, await Form("Programmes"), "Open", new JsonObject { ["programme"] = "new-check-in" });
        var wrong = await talk.Press(Ann, edit.Card, "Save", Inputs(("window-from", "09:00"), ("window-to", "")));
        Assert.Contains("Both times, please, or neither.", wrong.Card.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Mornings", wrong.Card.ToJsonString(), StringComparison.Ordinal);
        var saved = await talk.Press(Ann, wrong.Card, "Save", Inputs(("window-from", "09:00"), ("window-to", "10:30")));
        Assert.Contains("is running", saved.Card.ToJsonString(), StringComparison.Ordinal);
        var row = await talk.Host.Read(db => db.Programmes.SingleAsync());
        Assert.Equal(("Mornings", ProgrammeState.On, 540, 630, Weekdays.Monday | Weekdays.Friday), (row.Name, row.State, row.WindowFrom, row.WindowTo, row.Days));
    }

    [Fact]
    public async Task a_pack_is_looked_at_and_archived()
    {
        var pack = await talk.Press(Ann, await Form("Prompt packs"), "Open", new JsonObject { ["pack"] = "six-needs/en" });
        var preview = await talk.Press(Ann, pack.Card, "Continue", new JsonObject { ["next"] = "preview:1" });
        Assert.Contains("Which opening sentence of yours gets people talking?", preview.Card.ToJsonString(), StringComparison.Ordinal);
        pack = await talk.Press(Ann, preview.Card, "Back", new JsonObject { ["thought"] = "typed into the preview" });
        await talk.Press(Ann, pack.Card, "Continue", new JsonObject { ["next"] = "archive" });
        Assert.Equal(PackState.Archived, await talk.Host.Read(db => db.PromptPacks.Where(one => one.Id == "six-needs").Select(one => one.State).SingleAsync()));
        Assert.Equal(0, await talk.Host.Read(db => db.Thoughts.CountAsync()));
    }

    [Fact]
    public async Task a_draft_is_refused_with_its_prompts_kept_then_saved_and_published()
    {
        var pack = await talk.Press(Ann, await Form("Prompt packs"), "Open", new JsonObject { ["pack"] = "six-needs/en" });
        var edit = await talk.Press(Ann, pack.Card, "Continue", new JsonObject { ["next"] = "edit" });
        var wrong = await talk.Press(Ann, edit.Card, "Save the draft", new JsonObject { ["name"] = "Six needs", ["prompts"] = "Short?" });
        Assert.Contains("please make it 10 to 200", wrong.Card.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Short?", wrong.Card.ToJsonString(), StringComparison.Ordinal);
        pack = await talk.Press(Ann, wrong.Card, "Save the draft", new JsonObject { ["name"] = "Six needs", ["prompts"] = "What went better than you had feared?" });
        await talk.Press(Ann, pack.Card, "Continue", new JsonObject { ["next"] = "publish" });
        Assert.Equal([(1, PackState.Earlier), (2, PackState.Published)], (await talk.Host.Read(db => db.PromptPacks.Where(one => one.Id == "six-needs").OrderBy(one => one.Version).ToListAsync())).Select(one => (one.Version, one.State)));
    }

    [Fact]
    public async Task a_feature_is_switched_off_at_a_site()
    {
        await talk.Host.Store.Do(db => db.Members.ExecuteUpdateAsync(set => set.SetProperty(one => one.Site, "Kiel")), default);
        var site = await talk.Press(Ann, await Form("Features by site"), "Open", new JsonObject { ["site"] = "Kiel" });
        var saved = await talk.Press(Ann, site.Card, "Save", new JsonObject { ["on"] = "check-ins,pulse,rough,phrases" });
        Assert.Contains("these are off from now on: kudos", saved.Card.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(1, await talk.Host.Read(db => db.SwitchedOff.CountAsync()));
    }

    [Fact]
    public async Task a_help_line_is_refused_with_everything_kept_and_confirmed()
    {
        var country = await talk.Press(Ann, await Form("Help lines"), "Continue", new JsonObject { ["programme"] = "", ["country"] = "ie" });
        var line = await talk.Press(Ann, country.Card, "Open", new JsonObject { ["line"] = "new" });
        var typed = new JsonObject { ["name"] = "Line of the test", ["number"] = "555 0100", ["text"] = "", ["hours"] = "All day", ["language"] = "en", ["source"] = "its own page", ["as-of"] = "yesterday", ["confirmed"] = "yes" };
        var wrong = await talk.Press(Ann, line.Card, "Save", typed);
        Assert.Contains("Line of the test", wrong.Card.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(0, await talk.Host.Read(db => db.HelpLines.CountAsync(one => one.Name == "Line of the test")));
        typed["as-of"] = "2026-01-05";
        await talk.Press(Ann, wrong.Card, "Save", typed);
        Assert.NotNull((await talk.Host.Read(db => db.HelpLines.SingleAsync(one => one.Name == "Line of the test"))).ConfirmedAt);
    }

    [Fact]
    public async Task a_pack_goes_back_to_the_version_before_and_a_second_press_changes_nothing()
    {
        var packs = await Form("Prompt packs");
        var pack = await talk.Press(Ann, packs, "Open", new JsonObject { ["pack"] = "six-needs/en" });
        var edit = await talk.Press(Ann, pack.Card, "Continue", new JsonObject { ["next"] = "edit" });
        pack = await talk.Press(Ann, edit.Card, "Save the draft", new JsonObject { ["name"] = "Six needs", ["prompts"] = "What went better than you had feared?" });
        await talk.Press(Ann, pack.Card, "Continue", new JsonObject { ["next"] = "publish" });
        pack = await talk.Press(Ann, packs, "Open", new JsonObject { ["pack"] = "six-needs/en" });
        var back = await talk.Press(Ann, pack.Card, "Continue", new JsonObject { ["next"] = "back:1" });
        Assert.Contains("Version 1 is what people see", back.Card.ToJsonString(), StringComparison.Ordinal);
        var again = await talk.Press(Ann, pack.Card, "Continue", new JsonObject { ["next"] = "back:1" });
        Assert.Contains("nothing was done", again.Card.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal([(1, PackState.Published), (2, PackState.Earlier)], (await talk.Host.Read(db => db.PromptPacks.Where(one => one.Id == "six-needs").OrderBy(one => one.Version).ToListAsync())).Select(one => (one.Version, one.State)));
    }

    [Fact]
    public async Task the_rules_for_kudos_are_refused_with_everything_kept_then_in_force()
    {
        var rules = await Form("Rules for kudos", "values");
        var typed = new JsonObject { ["limit"] = "ten", ["value"] = "required", ["private"] = "receivers-and-managers" };
        var wrong = await talk.Press(Ann, rules, "Save", typed);
        Assert.Contains("A whole number from 0 to 1,000, please.", wrong.Card.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("\"ten\"", wrong.Card.ToJsonString(), StringComparison.Ordinal);
        Assert.False(await talk.Host.Read(db => db.Policies.AnyAsync(rule => rule.ChangedBy != null)));
        typed["limit"] = "4";
        var saved = await talk.Press(Ann, wrong.Card, "Save", typed);
        Assert.Contains("apply from the next kudos on", saved.Card.ToJsonString(), StringComparison.Ordinal);
        talk.Host.Services.GetRequiredService<Register>().Forget();
        var now = await talk.Host.Services.GetRequiredService<Register>().Policies(default);
        Assert.Equal((4, ValueRule.Required, true), (now.KudosDailyLimit, now.KudosValue, now.ManagersSeePrivateKudos));
    }

    [Fact]
    public async Task how_long_private_words_are_kept_is_set_in_the_dialog_and_refused_there()
    {
        var rules = (await talk.Press(Ann, await Form("My data", "mydata"), "Next", new JsonObject { ["do"] = "rules" })).Dialog;
        var wrong = (await talk.Press(Ann, rules, "Save", new JsonObject { ["days"] = "181", ["backup-days"] = "14" })).Dialog;
        Assert.Contains("A whole number from 1 to 180, please.", wrong.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("\"181\"", wrong.ToJsonString(), StringComparison.Ordinal);
        Assert.False(await talk.Host.Read(db => db.Policies.AnyAsync(rule => rule.ChangedBy != null)));
        var saved = await talk.Press(Ann, wrong, "Save", new JsonObject { ["days"] = "90", ["backup-days"] = "14" });
        Assert.Contains("go after 90 days", saved.Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(["keys.backup-days=14", "privacy.days=90"], await talk.Host.Read(db => db.Audit.Where(one => one.Act == "mydata.rules").Select(one => one.Row).Order().ToListAsync()));
    }

    async Task<JsonObject> Form(string button, string said = "help")
    {
        await talk.Says(Ann, said);
        var help = (await talk.Received()).Single(call => call.Path == $"v3/conversations/a:{Ann.Id}/activities").Card;
        return (await talk.Press(Ann, help, button)) switch
        {
            { Body: { } body } answer when body["task"] is not null => answer.Dialog,
            var answer => answer.Body!["value"] is JsonObject card && card["body"] is not null ? card : (await talk.Received())[^1].Card,
        };
    }

    static JsonObject Inputs(params (string Field, string Value)[] more)
    {
        var inputs = new JsonObject { ["name"] = "Mornings", ["pack"] = "six-needs/en", ["days"] = "monday,friday", ["response"] = "4", ["act"] = "start" };
        foreach (var (field, value) in more)
            inputs[field] = value;
        return inputs;
    }
}
