using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using static ServiceCulture.Tests.Teams.TeamsTalk;

namespace ServiceCulture.Tests.Teams;

/// <summary>What HR sets, as Teams speaks and hears: forms as cards that give way to one another.</summary>
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

    async Task<JsonObject> Form(string button)
    {
        await talk.Says(Ann, "help");
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
