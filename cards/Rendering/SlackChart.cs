using System.Text.Json;

namespace ServiceCulture.Cards.Rendering;

/// <summary>A bar chart (https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block). Messages only.</summary>
static class SlackChart
{
    internal static void Draw(Utf8JsonWriter json, BarTable table)
    {
        var (categories, names) = (Distinct(table.Categories), Distinct(table.Names));
        json.Start("data_visualization");
        json.WriteString("title", Label(table.Title, Limits.ChartTitle));
        json.WritePropertyName("chart");
        json.Start("bar");
        json.WriteStartArray("series");
        for (var series = 0; series < names.Count; series++)
            Series(json, names[series], categories, table.Values[series]);
        json.WriteEndArray();
        json.WriteStartObject("axis_config");
        json.WriteStartArray("categories");
        foreach (var category in categories)
            json.WriteStringValue(category);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void Series(Utf8JsonWriter json, string name, List<string> categories, int[] values)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteStartArray("data");
        for (var at = 0; at < categories.Count; at++)
        {
            json.WriteStartObject();
            json.WriteString("label", categories[at]);
            json.WriteNumber("value", values[at]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // Points find their category by its label, so two that look alike once cut would fall on one another.
    static List<string> Distinct(string[] labels)
    {
        var distinct = new List<string>(labels.Length);
        foreach (var label in labels)
        {
            var (candidate, times) = (Label(label, Limits.ChartLabel), 1);
            while (distinct.Contains(candidate))
                candidate = $"{Label(label, Limits.ChartLabel - 5)} ({++times})";
            distinct.Add(candidate);
        }
        return distinct;
    }

    static string Label(string words, int limit) => Cut.OneLine(words) is { Length: > 0 } line ? Cut.To(line, limit) : "–";
}
