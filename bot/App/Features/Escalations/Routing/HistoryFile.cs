using System.Globalization;
using CsvHelper;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Escalations.Routing;

/// <summary>A past question with its topic, and where the file tells them, its answer and day.</summary>
/// <param name="Category">The topic's name; empty: not known.</param>
public sealed record PastQuestion(int Line, string Text, string Category, string Answer, DateOnly? Day);

/// <summary>Past questions: RFC 4180 in UTF-8, with the heading <c>text,category</c>, and optionally <c>answer</c> and <c>date</c> (2026-11-30).</summary>
public static class HistoryFile
{
    /// <exception cref="LabelledFileException">Names the line.</exception>
    public static List<PastQuestion> Read(Stream stream)
    {
        var questions = new List<PastQuestion>();
        Columns? columns = null;
        foreach (var csv in LabelledRows.Records(stream))
            if (columns is null)
                columns = Columns.Of(csv);
            else
                questions.Add(Question(csv, columns));
        return questions.Count > 0 ? questions : throw new LabelledFileException("There is no question in the file.");
    }

    static PastQuestion Question(CsvReader csv, Columns columns)
    {
        if (csv.FieldCount <= Math.Max(columns.Text, columns.Category))
            throw new LabelledFileException($"line {csv.LineNumber}: has {csv.FieldCount} fields, too few for text and category");
        var day = At(columns.Date);
        if (day.Length > 0 && !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            throw new LabelledFileException($"line {csv.LineNumber}, date: must look like 2026-11-30");
        return new((int)csv.LineNumber, csv.GetString(columns.Text), csv.GetString(columns.Category).Trim(), At(columns.Answer),
            day.Length > 0 ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null);

        string At(int column) => column >= 0 && column < csv.FieldCount ? csv.GetString(column).Trim() : "";
    }

    sealed record Columns(int Text, int Category, int Answer, int Date)
    {
        internal static Columns Of(CsvReader csv)
        {
            var names = Enumerable.Range(0, csv.FieldCount).Select(at => csv.GetString(at).Trim('\uFEFF', ' ').ToLowerInvariant()).ToList();
            return new Columns(names.IndexOf("text"), names.IndexOf("category"), names.IndexOf("answer"), names.IndexOf("date")) is { Text: >= 0, Category: >= 0 } found
                ? found
                : throw new LabelledFileException("line 1: the heading must be text,category");
        }
    }
}
