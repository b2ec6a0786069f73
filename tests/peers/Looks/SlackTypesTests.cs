using System.Text.Json.Nodes;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Tests.Peers.Rigs;

namespace ServiceCulture.Tests.Peers.Looks;

/// <summary>What we render for Slack, held against Slack's own types.</summary>
public sealed class SlackTypesTests
{
    [Fact]
    public async Task Every_approved_card_and_form_of_every_feature_fits_slacks_types()
    {
        var pieces = ApprovedPieces.Slack;
        Assert.True(pieces.Count(piece => piece.Drawn is JsonArray) > 100, "Hardly any card was found: this test no longer reaches what it is about.");
        Assert.True(pieces.Count(piece => piece.Drawn is JsonObject) > 40, "Hardly any form was found: this test no longer reaches what it is about.");
        await FitAsync(pieces);
    }

    [Fact]
    public Task So_do_those_that_are_made_for_a_look() => FitAsync(
    [
        .. OurCards.Cards.Select(card => (card.Key, JsonNode.Parse(BlockKit.Blocks(card.Value, OurCards.Reader))!)),
        .. OurCards.Forms.Select(form => (form.Key, JsonNode.Parse(BlockKit.View(form.Value, OurCards.Reader))!)),
    ]);

    static async Task FitAsync(IEnumerable<(string Name, JsonNode Drawn)> pieces)
    {
        var check = new TypeScriptCheck();
        var charts = new List<JsonNode>();
        foreach (var (name, drawn) in pieces)
            if (drawn is JsonArray blocks)
            {
                charts.AddRange(blocks.Where(IsChart).Select(block => block!));
                check.Blocks(name, new JsonArray([.. blocks.Where(block => !IsChart(block)).Select(block => block!.DeepClone())]).ToJsonString());
            }
            else if ((string?)drawn["type"] == "home")
                check.Home(name, drawn.ToJsonString());
            else
                check.Modal(name, drawn.ToJsonString());

        Assert.Empty(await check.ErrorsAsync());
        Assert.NotEmpty(charts);
        Assert.All(charts, IsWellMade);
    }

    static bool IsChart(JsonNode? block) => (string?)block!["type"] == "data_visualization";

    /// <summary>Version 3.2.0 of the types does not know this block: its shape and limits are checked by hand.</summary>
    static void IsWellMade(JsonNode block)
    {
        Assert.InRange(((string)block["title"]!).Length, 1, 50);
        var chart = block["chart"]!;
        if ((string?)chart["type"] == "pie")
        {
            Assert.All(chart["segments"]!.AsArray(), segment => Assert.True((double)segment!["value"]! > 0));
            return;
        }
        Assert.True((string?)chart["type"] is "bar" or "line" or "area", chart.ToJsonString());
        var categories = chart["axis_config"]!["categories"]!.AsArray().Select(category => (string)category!).ToList();
        Assert.InRange(categories.Count, 1, 20);
        Assert.All(categories, category => Assert.InRange(category.Length, 1, 20));
        Assert.InRange(chart["series"]!.AsArray().Count, 1, 6);
        foreach (var series in chart["series"]!.AsArray())
        {
            Assert.InRange(((string)series!["name"]!).Length, 1, 20);
            Assert.Equal(categories, series["data"]!.AsArray().Select(point => (string)point!["label"]!));
            Assert.All(series["data"]!.AsArray(), point => Assert.True((double)point!["value"]! >= 0));
        }
    }
}
