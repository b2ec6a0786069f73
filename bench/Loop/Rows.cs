using System.Text.RegularExpressions;

namespace ServiceCulture.Bench.Loop;

/// <summary>The SQL file: what stands before the line "-- every turn" is run once, the rest for every turn.</summary>
sealed partial record Rows(string Once, IReadOnlyList<Statement> EveryTurn)
{
    const string Divider = "-- every turn\n";

    public static Rows Read(string file)
    {
        if (File.ReadAllText(file).Split(Divider) is not [var once, var everyTurn])
            throw new InvalidDataException($"{file} needs one line \"-- every turn\".");

        return new(once, [.. everyTurn.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Parse)]);
    }

    static Statement Parse(string sql) => new(sql, [.. Parameter().Matches(sql).Select(match => match.Groups[1].Value).Distinct()]);

    [GeneratedRegex(@"@(\w+)")]
    private static partial Regex Parameter();
}

/// <summary>One statement and the names of its @parameters.</summary>
sealed record Statement(string Sql, IReadOnlyList<string> Parameters);
