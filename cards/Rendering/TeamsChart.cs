using System.Text.Json;

namespace ServiceCulture.Cards.Rendering;

/// <summary>
/// Bars as Teams draws them (https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards),
/// with bars made of characters where a client knows no charts.
/// </summary>
static class TeamsChart
{
    internal static void Write(Utf8JsonWriter json, TeamsText text, BarTable table)
    {
        if (table.IsFlat)
        {
            Drawn(json, text, table);
            return;
        }
        var several = table.Names.Length > 1;
        json.Start(several ? "Chart.VerticalBar.Grouped" : "Chart.HorizontalBar");
        json.WriteString("title", table.Title);
        if (several)
            Grouped(json, table);
        else
            Points(json, "data", table.Categories, table.Values[0]);
        json.WritePropertyName("fallback");
        Drawn(json, text, table);
        json.WriteEndObject();
    }

    static void Grouped(Utf8JsonWriter json, BarTable table)
    {
        json.WriteStartArray("data");
        for (var series = 0; series < table.Names.Length; series++)
        {
            json.WriteStartObject();
            json.WriteString("legend", table.Names[series]);
            Points(json, "values", table.Categories, table.Values[series]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void Points(Utf8JsonWriter json, string name, string[] categories, int[] values)
    {
        json.WriteStartArray(name);
        for (var at = 0; at < categories.Length; at++)
        {
            json.WriteStartObject();
            json.WriteString("x", categories[at]);
            json.WriteNumber("y", values[at]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void Drawn(Utf8JsonWriter json, TeamsText text, BarTable table)
    {
        json.Start("Container");
        json.WriteStartArray("items");
        text.Paragraph(table.Title, new Look(Bold: true));
        text.Monospace(table.Drawn());
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
