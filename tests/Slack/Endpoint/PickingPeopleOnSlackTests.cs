using System.Text.Json;
using System.Text.Json.Nodes;

namespace ServiceCulture.Tests.Slack.Endpoint;

/// <summary>block_suggestion: people are picked from our members.</summary>
[Trait("Database", "Both")]
public sealed class PickingPeopleOnSlackTests
{
    static async Task<List<string>> Offered(SlackDesk desk, string typed, string user = SlackDesk.Alice, string? userTeam = null)
    {
        var said = await desk.Suggest(user, typed, userTeam: userTeam);
        using var json = JsonDocument.Parse(said.Body);
        Assert.Empty(SlackBlocks.FaultsOfOptions(json.RootElement));
        return [.. json.RootElement.GetProperty("options").EnumerateArray().Select(option => option.GetProperty("text").GetProperty("text").GetString()!)];
    }

    [Theory]
    [InlineData("chloe")]
    [InlineData("CHLOÉ")]
    [InlineData("Chloe\u0301")]
    [InlineData("dur")]
    [InlineData("  chloe   durand ")]
    public async Task accents_case_and_spaces_do_not_matter(string typed)
    {
        await using var desk = await SlackDesk.Open();
        Assert.Equal(["Chloé Durand"], await Offered(desk, typed));
    }

    [Fact]
    public async Task before_anything_is_typed_people_are_offered_and_words_that_fit_nobody_offer_none()
    {
        await using var desk = await SlackDesk.Open();
        Assert.Equal(["Alice Arden", "Ben Brook", "Chloé Durand"], await Offered(desk, ""));
        Assert.Empty(await Offered(desk, "zzz"));
    }

    [Fact]
    public async Task of_more_than_a_hundred_the_first_hundred_are_offered_and_typing_finds_the_others()
    {
        await using var desk = await SlackDesk.Open();
        for (var number = 0; number < 250; number++)
            desk.Slack.AddUser($"U1{number:D4}", $"Person Number{number:D3}");
        await desk.ReadRoster();
        Assert.Equal(100, (await Offered(desk, "")).Count);
        Assert.Equal(["Person Number249"], await Offered(desk, "number249"));
    }

    [Fact]
    public async Task names_that_two_people_bear_are_told_apart()
    {
        await using var desk = await SlackDesk.Open();
        desk.Slack.AddUser("U0TWIN", "Ben Brook", "other.ben@people.example");
        await desk.ReadRoster();
        Assert.Equal(2, (await Offered(desk, "Ben Brook")).Count);
    }

    [Fact]
    public async Task only_a_colleague_finds_anybody()
    {
        await using var desk = await SlackDesk.Open();
        desk.Slack.AddUser("U08GUS", "Gus Guest")["is_restricted"] = true;
        await desk.ReadRoster();
        Assert.Equal(["Chloé Durand"], await Offered(desk, "chl", SlackDesk.Ben));
        await desk.Event(new JsonObject { ["type"] = "user_change", ["user"] = new JsonObject { ["id"] = SlackDesk.Ben, ["team_id"] = FakeSlack.Team, ["name"] = "ben", ["deleted"] = true } }.ToJsonString());

        // Ben has left; Gus is a guest; the next one is of another organisation; the bot is no person; of the last one nobody ever heard.
        foreach (var (user, team) in new (string, string?)[] { (SlackDesk.Ben, null), ("U08GUS", null), (SlackDesk.Alice, "T77OTHER"), (FakeSlack.Bot, null), ("U99NOBODY", null) })
        {
            Assert.Empty(await Offered(desk, "chl", user, team));
            Assert.Empty(await Offered(desk, "", user, team));
        }
        Assert.Equal(["Chloé Durand"], await Offered(desk, "chl"));
    }
}
