namespace ServiceCulture.Bot.Data.Csv;

/// <summary>Something in a file that can't be imported.</summary>
/// <param name="Line">The line in the file, from 1; 0: the file as a whole.</param>
/// <param name="Field">The column, as the documentation calls it; null: the whole line.</param>
public sealed record CsvFault(int Line, string? Field, string Why)
{
    /// <summary>What stood there, cut short.</summary>
    internal static string Quoted(string words) => $"“{(words.Length > 60 ? words[..60] + "…" : words)}”";

    /// <summary>Null: neither.</summary>
    internal static bool? YesOrNo(string words) => words.ToLowerInvariant() switch
    {
        "no" or "n" or "false" or "0" => false,
        "yes" or "y" or "true" or "1" or "x" => true,
        _ => null,
    };

    public override string ToString() => (Line, Field) switch
    {
        (0, _) => Why,
        (_, null) => $"line {Line}: {Why}",
        _ => $"line {Line}, {Field}: {Why}",
    };
}

/// <summary>The import stops here: what the file says can't be done.</summary>
sealed class CsvRefusedException(CsvFault fault) : Exception(fault.ToString())
{
    internal CsvFault Fault => fault;
}
