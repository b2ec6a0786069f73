using System.Text.Unicode;
using CsvHelper;

namespace ServiceCulture.Bot.Data;

/// <summary>Something in a file of labelled sentences that can't be read. Its words never quote a sentence.</summary>
public sealed class LabelledFileException(string words) : Exception(words);

/// <summary>Sentences, each with a word that says what it is: RFC 4180 in UTF-8, with a heading that names both columns.</summary>
static class LabelledRows
{
    const int LongestRecord = 64_000;

    /// <param name="column">The heading of the word; that of the sentence is <c>text</c>.</param>
    /// <param name="sentence">What a row is; null where its word is none of those allowed.</param>
    /// <param name="allowed">What is said of a word that is none: "is none of …".</param>
    internal static List<T> Read<T>(Stream stream, string column, Func<string, string, T?> sentence, string allowed) where T : class
    {
        var sentences = new List<T>();
        (int Text, int Word)? columns = null;
        foreach (var csv in Records(stream))
            if (columns is not { } known)
                columns = Columns(csv, column);
            else if (csv.FieldCount <= Math.Max(known.Text, known.Word))
                throw new LabelledFileException($"line {csv.LineNumber}: has {csv.FieldCount} fields, too few for text and {column}");
            else
                sentences.Add(sentence(csv.GetString(known.Text), csv.GetString(known.Word).Trim()) ?? throw new LabelledFileException($"line {csv.LineNumber}, {column}: {allowed}"));
        return sentences.Count > 0 ? sentences : throw new LabelledFileException("There is no sentence in the file.");
    }

    /// <summary>Every record that is not blank, the heading first: one reader, standing at each in turn.</summary>
    /// <exception cref="LabelledFileException">A record is too long, not UTF-8, or its quotation marks are wrong.</exception>
    internal static IEnumerable<CsvReader> Records(Stream stream)
    {
        var malformed = 0L;
        using var csv = CsvReader.Create(stream, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            TrackLineNumbers = true,
            MaxRecordSize = LongestRecord,
            OnMalformedRecord = record => malformed = record.LineNumber,
        }, leaveOpen: true);
        while (Next(csv))
        {
            Check(csv, malformed);
            if (csv.FieldCount > 1 || !string.IsNullOrWhiteSpace(csv.GetString(0)))
                yield return csv;
        }
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

    static (int Text, int Word) Columns(CsvReader csv, string column)
    {
        var names = Enumerable.Range(0, csv.FieldCount).Select(at => csv.GetString(at).Trim('\uFEFF', ' ').ToLowerInvariant()).ToList();
        return (names.IndexOf("text"), names.IndexOf(column)) is ( >= 0, >= 0) and var found
            ? found
            : throw new LabelledFileException($"line 1: the heading must be text,{column}");
    }
}
