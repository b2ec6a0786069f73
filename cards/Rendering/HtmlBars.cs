namespace ServiceCulture.Cards.Rendering;

/// <summary>Bars as a picture for the eye and a table for the ear.</summary>
static class HtmlBars
{
    // The label stands above its bars: on a phone there is no room beside them for words one can read.
    const int Width = 280, Room = 236, Line = 20, Bar = 14, Gap = 3, Between = 10, MostInLabel = 36;

    internal static void Draw(HtmlText html, BarTable table)
    {
        html.Open("figure", ("class", "bars"));
        html.Of("figcaption", table.Title, ("dir", "auto"));
        if (!table.IsFlat)
            Picture(html, table);
        if (table.Names.Length > 1)
            Legend(html, table);
        Numbers(html, table);
        html.Close();
    }

    static void Picture(HtmlText html, BarTable table)
    {
        var group = Line + table.Names.Length * (Bar + Gap) + Between;
        html.Open("svg", ("viewBox", $"0 0 {Width} {table.Categories.Length * group}"), ("aria-hidden", "true"), ("focusable", "false"));
        for (var category = 0; category < table.Categories.Length; category++)
        {
            var top = category * group;
            html.Of("text", Label(table.Categories[category]), ("class", "label"), ("x", "0"), ("y", HtmlText.Number(top + Line / 2)));
            for (var series = 0; series < table.Names.Length; series++)
                One(html, table, series, table.Values[series][category], top + Line + series * (Bar + Gap));
        }
        html.Close();
    }

    static void One(HtmlText html, BarTable table, int series, int value, int top)
    {
        var width = (int)Math.Ceiling((double)value * Room / table.Highest);
        html.Open("rect", ("class", $"bar s{series + 1}"), ("x", "0"), ("y", HtmlText.Number(top)),
            ("width", HtmlText.Number(width)), ("height", HtmlText.Number(Bar)), ("rx", "3")).Close();
        html.Of("text", HtmlText.Number(value), ("class", "value"), ("x", HtmlText.Number(width == 0 ? 0 : width + 6)), ("y", HtmlText.Number(top + Bar / 2)));
    }

    static void Legend(HtmlText html, BarTable table)
    {
        html.Open("ul", ("class", "legend"), ("aria-hidden", "true"));
        for (var series = 0; series < table.Names.Length; series++)
            html.Of("li", Shown(table.Names[series]), ("class", $"s{series + 1}"), ("dir", "auto"));
        html.Close();
    }

    static void Numbers(HtmlText html, BarTable table)
    {
        html.Open("table", ("class", table.IsFlat ? null : "visually-hidden"));
        html.Open("thead").Open("tr").Of("td", "");
        foreach (var name in table.Names)
            html.Of("th", Shown(name), ("scope", "col"), ("dir", "auto"));
        html.Close().Close().Open("tbody");
        for (var category = 0; category < table.Categories.Length; category++)
        {
            html.Open("tr").Of("th", Shown(table.Categories[category]), ("scope", "row"), ("dir", "auto"));
            foreach (var values in table.Values)
                html.Of("td", HtmlText.Number(values[category]));
            html.Close();
        }
        html.Close().Close();
    }

    static string Label(string words) => Cut.To(Shown(words), MostInLabel);

    static string Shown(string words) => words.Length == 0 ? "–" : words;
}
