using System.Text;

namespace ServiceCulture.Cards.Rendering;

/// <summary>The numbers of a <see cref="Block.Bars"/> as every dialect draws them: 20 categories, 6 series, no gaps.</summary>
sealed class BarTable
{
    internal const int MostCategories = 20, MostSeries = 6;
    const int Widest = 12, LongestLabel = 24;

    internal BarTable(Block.Bars bars, Reader reader)
    {
        Title = bars.Title.Plain(reader);
        Categories = [.. bars.Categories.Take(MostCategories).Select(category => Cut.OneLine(category.Plain(reader)))];
        Names = [.. bars.Series.Take(MostSeries).Select(series => Cut.OneLine(series.Name.Plain(reader)))];
        Values = [.. bars.Series.Take(MostSeries).Select(series => Row(series.Values))];
        Highest = Values.SelectMany(row => row).DefaultIfEmpty().Max() is > 0 and var highest ? Math.Max(highest, bars.Top) : 0;
    }

    internal string Title { get; }
    internal string[] Categories { get; }
    internal string[] Names { get; }
    internal int[][] Values { get; }
    internal int Highest { get; }

    /// <summary>Nothing to draw a chart of: no rows, or nothing but zeros.</summary>
    internal bool IsFlat => Highest == 0 || Categories.Length == 0;

    /// <summary>Bars made of block characters, a line each, for a fixed-width face.</summary>
    /// <param name="gap">What lines the bars up: a no-break space where a client joins plain ones.</param>
    internal string Drawn(char gap = ' ')
    {
        var (several, lines) = (Names.Length > 1, new StringBuilder());
        var labels = several ? Names : Categories;
        var room = labels.Select(label => Cut.Seen(Shown(label))).DefaultIfEmpty().Max();
        for (var category = 0; category < Categories.Length; category++)
        {
            if (several)
                lines.Append(Shown(Categories[category])).Append('\n');
            for (var series = 0; series < Names.Length; series++)
                Draw(lines, gap, several ? 2 : 0, several ? Names[series] : Categories[category], room, Values[series][category]);
        }
        return lines.ToString().TrimEnd('\n');
    }

    void Draw(StringBuilder lines, char gap, int indent, string label, int room, int value)
    {
        var (shown, bar) = (Shown(label), Highest == 0 ? 0 : (int)Math.Ceiling((double)value * Widest / Highest));
        lines.Append(gap, indent).Append(shown).Append(gap, room - Cut.Seen(shown) + 1)
            .Append('█', bar).Append(bar == 0 ? "" : " ").Append(value).Append('\n');
    }

    static string Shown(string label) => label.Length == 0 ? "–" : Cut.To(label, LongestLabel);

    int[] Row(IReadOnlyList<int> values) =>
        [.. Enumerable.Range(0, Categories.Length).Select(at => at < values.Count ? Math.Max(0, values[at]) : 0)];
}
