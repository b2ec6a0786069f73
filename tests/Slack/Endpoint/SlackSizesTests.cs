using System.Text.Json;
using System.Text.Json.Nodes;

namespace ServiceCulture.Tests.Slack.Endpoint;

/// <summary>The longest that people can make our messages and forms still passes Slack's limits.</summary>
[Trait("Database", "Both")]
public sealed class SlackSizesTests
{
    [Fact]
    public async Task kudos_to_ten_people_in_a_thousand_characters_of_three_values_with_a_customers_thousand()
    {
        await using var desk = await SlackDesk.Open();
        for (var number = 0; number < 10; number++)
            desk.Slack.AddUser($"U1{number:D4}", $"{new string('N', 190)} {number}");
        await desk.ReadRoster();
        await desk.Command(SlackDesk.Alice, "");
        var people = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => desk.Member($"U1{number:D4}")));
        var filled = new JsonObject
        {
            ["people"] = new JsonArray([.. people.Select(id => (JsonNode)id.ToString())]),
            ["words"] = string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦&<>", 71)),
            ["values"] = new JsonArray("patience", "fairness", "empathy"),
            ["customer"] = new JsonArray("yes"),
            ["quote"] = string.Concat(Enumerable.Repeat("日本", 500)),
        };
        (await desk.Submit(SlackDesk.Alice, desk.Slack.Of("views.open")[0].Body["view"]!, filled)).IsEmpty();
        await desk.Host.Deliver();
        Assert.Single(desk.Slack.In(SlackDesk.General));
        Assert.Equal(10, desk.Slack.Messages.Count(pair => pair.Key.Channel.StartsWith('D')));
        Assert.Empty(desk.Slack.Faults);

        var mine = await desk.Command("U10001", "mykudos", "/culture");
        using var blocks = JsonDocument.Parse(mine.Json()["blocks"]!.ToJsonString());
        Assert.Empty(SlackBlocks.FaultsOfMessage(blocks.RootElement));
    }

    [Fact]
    public async Task words_that_are_far_too_long_open_the_form_and_are_kept()
    {
        await using var desk = await SlackDesk.Open();
        var words = new string('w', 2900);
        (await desk.Command(SlackDesk.Alice, $"<@{SlackDesk.Ben}> {words}")).IsEmpty();
        var view = Assert.Single(desk.Slack.Of("views.open")).Body["view"]!;
        Assert.Equal(words, (string)Drawn.Element(view, "words")["initial_value"]!);
        Assert.Contains("at most 1,000 fit", Drawn.Words(view), StringComparison.Ordinal);
    }

    [Fact]
    public async Task eleven_people_open_the_form_with_all_of_them()
    {
        await using var desk = await SlackDesk.Open();
        for (var number = 0; number < 11; number++)
            desk.Slack.AddUser($"U1{number:D4}", $"Person Number{number:D3}");
        await desk.ReadRoster();
        (await desk.Command(SlackDesk.Alice, string.Join(' ', Enumerable.Range(0, 11).Select(number => $"<@U1{number:D4}>")) + " " + SlackDesk.Deed)).IsEmpty();
        var view = Assert.Single(desk.Slack.Of("views.open")).Body["view"]!;
        Assert.Equal(11, Drawn.Element(view, "people")["initial_options"]!.AsArray().Count);
        Assert.Contains("At most 10 people", Drawn.Words(view), StringComparison.Ordinal);
    }
}
