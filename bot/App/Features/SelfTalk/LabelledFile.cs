using System.Text.Unicode;
using CsvHelper;

namespace ServiceCulture.Bot.Features.SelfTalk;

/// <summary>A sentence and the pattern that a person sees in it; null: none.</summary>
public sealed record Labelled(string Text, Pattern? Pattern);

/// <summary>Something in a file of labelled sentences that can't be read. Its words never quote a sentence.</summary>
public sealed class LabelledFileException(string words) : Exception(words);

/// <summary>Sentences with their patterns: RFC 4180 in UTF-8, with the heading <c>text,pattern</c>.</summary>
public static class LabelledFile
{
    const int LongestRecord = 64_000;

    public static List<Labelled> Read(Stream stream)
    {
        var sentences = new List<Labelled>();
        var malformed = 0L;
        using var csv = CsvReader.Create(stream, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            TrackLineNumbers = true,
            MaxRecordSize = LongestRecord,
            OnMalformedRecord = record => malformed = record.LineNumber,
        }, leaveOpen: true);
        (int Text, int Pattern)? columns = null;
        while (Next(csv))
        {
            Check(csv, malformed);
            if (csv.FieldCount == 1 && string.IsNullOrWhiteSpace(csv.GetString(0)))
                continue;
            if (columns is { } known)
                sentences.Add(Sentence(csv, known));
            else
                columns = Columns(csv);
        }
        return sentences.Count > 0 ? sentences : throw new LabelledFileException("There is no sentence in the file.");
    }

    static bool Next(CsvReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException failure)
        {
            throw new LabelledFileException($"line {failure.LineNumber}: is longer than {LongestRecord / 1000} kB; is a quotation mark not closed?");
        }
    }

    static void Check(CsvReader csv, long malformed)
    {
        if (!Utf8.IsValid(csv.RawRecord))
            throw new LabelledFileException($"line {csv.LineNumber}: is not UTF-8. Please save the file as “CSV UTF-8”.");
        if (malformed == csv.LineNumber)
            throw new LabelledFileException($"line {csv.LineNumber}: a quotation mark is in the wrong place or not closed");
    }

    static (int Text, int Pattern) Columns(CsvReader csv)
    {
        var names = Enumerable.Range(0, csv.FieldCount).Select(at => csv.GetString(at).Trim('\uFEFF', ' ').ToLowerInvariant()).ToList();
        return (names.IndexOf("text"), names.IndexOf("pattern")) is ( >= 0, >= 0) and var found
            ? found
            : throw new LabelledFileException("line 1: the heading must be text,pattern");
    }

    static Labelled Sentence(CsvReader csv, (int Text, int Pattern) columns)
    {
        if (csv.FieldCount <= Math.Max(columns.Text, columns.Pattern))
            throw new LabelledFileException($"line {csv.LineNumber}: has {csv.FieldCount} fields, too few for text and pattern");
        var id = csv.GetString(columns.Pattern).Trim();
        if (id is "" or PatternIds.None)
            return new(csv.GetString(columns.Text), null);
        return PatternIds.Find(id) is { } pattern
            ? new(csv.GetString(columns.Text), pattern)
            : throw new LabelledFileException($"line {csv.LineNumber}, pattern: is none of the eleven patterns and not “{PatternIds.None}”");
    }
}
