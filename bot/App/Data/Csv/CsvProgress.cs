namespace ServiceCulture.Bot.Data.Csv;

/// <summary>How far an import has come.</summary>
/// <param name="IsSecond">False: the lines are looked at; true: they are compared with what is known, and written where that is wanted.</param>
/// <param name="Lines">So many are done.</param>
public sealed record CsvProgress(bool IsSecond, int Lines)
{
    internal const int Step = 250;

    /// <summary>The same rows, told of while they are taken.</summary>
    internal static IEnumerable<T> Tell<T>(IEnumerable<T> rows, bool isSecond, IProgress<CsvProgress>? progress)
    {
        var done = 0;
        foreach (var row in rows)
        {
            yield return row;
            if (++done % Step == 0)
                progress?.Report(new(isSecond, done));
        }
        progress?.Report(new(isSecond, done));
    }
}
