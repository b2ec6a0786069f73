using System.Text.Unicode;
using CsvHelper;

namespace ServiceCulture.Bot.Data.Csv;

/// <summary>
/// A CSV file as RFC 4180 has it, in UTF-8 with or without its mark, with commas or semicolons. Read line by line,
/// as often as one likes: the memory does not grow with the file.
/// </summary>
sealed class CsvFile(Stream stream, CsvColumns columns)
{
    // Longer than all columns together may be; a quote that was never closed ends here and not in the memory.
    const int LongestRecord = 64_000;
    const int Peeked = 4096;

    /// <summary>The lines; what can't be read is told to <paramref name="faults"/> and left out.</summary>
    internal IEnumerable<CsvRow> Lines(ICollection<CsvFault> faults)
    {
        if (!IsText(faults))
            return [];
        return Read(faults);
    }

    bool IsText(ICollection<CsvFault> faults)
    {
        stream.Position = 0;
        var start = new byte[Peeked];
        var bytes = start.AsSpan(0, stream.ReadAtLeast(start, Peeked, throwOnEndOfStream: false));
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || bytes.Contains((byte)0))
            faults.Add(new(0, null, "The file is not UTF-8 but looks like UTF-16. Please save it as “CSV UTF-8”."));
        else if (bytes is [(byte)'P', (byte)'K', 3, 4, ..])
            faults.Add(new(0, null, "The file is a workbook, not CSV. Please save it as “CSV UTF-8”."));
        else if (bytes.IsEmpty)
            faults.Add(new(0, null, "The file is empty."));
        stream.Position = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        return faults.Count == 0;
    }

    IEnumerable<CsvRow> Read(ICollection<CsvFault> faults)
    {
        var malformed = 0L;
        using var csv = Open(record => malformed = record.LineNumber);
        CsvHeading? heading = null;
        while (Next(csv, faults))
        {
            var number = (int)csv.LineNumber;
            if (!Utf8.IsValid(csv.RawRecord))
                faults.Add(new(number, null, "is not UTF-8. Please save the file as “CSV UTF-8”."));
            else if (malformed == number)
                faults.Add(new(number, null, "a quotation mark is in the wrong place or not closed; write \"…\" around the whole field and \"\" for one inside"));
            else if (IsBlank(csv))
                continue;
            else if (heading is null)
                heading = CsvHeading.Read(columns, Fields(csv), number, faults);
            else if (csv.FieldCount != heading.Count)
                faults.Add(new(number, null, $"has {csv.FieldCount} fields, the heading has {heading.Count}"));
            else
                yield return heading.Line(number, Fields(csv));
            if (heading is null)
                yield break;
        }
        if (heading is null && faults.Count == 0)
            faults.Add(new(0, null, "The file is empty."));
    }

    CsvReader Open(Action<CsvMalformedRecord> onMalformed)
    {
        var start = stream.Position;
        var separator = Separator();
        stream.Position = start;
        return CsvReader.Create(stream, new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            TrackLineNumbers = true,
            MaxRecordSize = LongestRecord,
            OnMalformedRecord = onMalformed,
        }, leaveOpen: true);
    }

    static bool Next(CsvReader csv, ICollection<CsvFault> faults)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException failure)
        {
            faults.Add(new((int)failure.LineNumber, null, $"is longer than {LongestRecord / 1000} kB; is a quotation mark not closed?"));
            return false;
        }
    }

    static string[] Fields(CsvReader csv) => [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];

    static bool IsBlank(CsvReader csv) => csv.RawRecord.IndexOfAnyExcept(" \t,;\""u8) < 0;

    // Whichever stands more often in the heading. Its bytes are ASCII, or else no heading of ours.
    char Separator()
    {
        int commas = 0, semicolons = 0, read;
        while ((read = stream.ReadByte()) is not (-1 or '\n' or '\r') || commas + semicolons == 0 && read != -1)
        {
            commas += read == ',' ? 1 : 0;
            semicolons += read == ';' ? 1 : 0;
        }
        return semicolons > commas ? ';' : ',';
    }
}
