using System.Text.Json.Nodes;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Tests.Peers.Rigs;

namespace ServiceCulture.Tests.Peers.Looks;

/// <summary>What we render for Slack, held against Slack's own types.</summary>
public sealed class SlackTypesTests
{
    [Fact]
    public async Task Every_card_and_form_fits_slacks_types()
    {
        var check = new TypeScriptCheck();
        var charts = new List<JsonNode>();
        foreach (var (name, card) in OurCards.Cards)
        {
            var blocks = JsonNode.Parse(BlockKit.Blocks(card, OurCards.Reader))!.AsArray();
            charts.AddRange(blocks.Where(IsChart).Select(block => block!.DeepClone()));
            check.Blocks(name, new JsonArray([.. blocks.Where(block => !IsChart(block)).Select(block => block!.DeepClone())]).ToJsonString());
        }
        foreach (var (name, form) in OurCards.Forms)
            check.Modal(name, BlockKit.View(form, OurCards.Reader));

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
