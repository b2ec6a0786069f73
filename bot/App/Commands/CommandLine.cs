namespace ServiceCulture.Bot.Commands;

/// <summary>What the program does instead of serving, when its first word says so.</summary>
public static class CommandLine
{
    const int WrongUse = 2;

    const string Usage = """
        Usage:
          (nothing)                            the bot
          import people <file.csv> [--dry-run] brings people from a CSV file into the database
          import shifts <file.csv> [--dry-run] brings their shifts and absences
          import holidays <file.csv> [--dry-run] brings holidays by country and region
          import topics <file.csv> [--dry-run] brings what questions are about, with samples
          import experts <file.csv> [--dry-run] brings who knows which topic, when and how much
          import triage <file.csv> [--dry-run] brings who looks at what fits no topic, from when to when
          import history <file.csv> [--notes] [--dry-run] brings past questions with their topics, for the router to learn from; with --notes the answers become notes
          evaluate routing --history <a.csv> --questions <b.csv> says how good the router is that learnt from a.csv on the questions of b.csv (both text,category)
          evaluate self-talk --labelled <a.csv> says how good the self-talk helper is on sentences with their patterns (text,pattern)
          evaluate crisis --labelled <a.csv>   says how good the crisis word lists are on sentences with their kinds (text,kind)
          migrate                              applies the database migrations
        """;

    /// <summary>What needs neither settings nor a database, and so runs before they are looked at.</summary>
    /// <returns>The exit code; null when the words are none of this.</returns>
    public static Task<int?> RunAlone(string[] args) => RunAlone(args, Console.Out, Console.Error);

    internal static async Task<int?> RunAlone(string[] args, TextWriter output, TextWriter errors) => args switch
    {
        ["evaluate", "routing", .. var rest] when EvaluateRoutingCommand.Read(rest) is { } order => await EvaluateRoutingCommand.Run(order, output, errors),
        ["evaluate", .. var rest] when EvaluateCommand.Read(rest) is { } order => await EvaluateCommand.Run(order, output, errors),
        _ => null,
    };

    /// <returns>The exit code; null when there is no command, so that the bot is to serve.</returns>
    public static Task<int?> Run(string[] args, IServiceProvider services) => Run(args, services, Console.Out, Console.Error);

    internal static async Task<int?> Run(string[] args, IServiceProvider services, TextWriter output, TextWriter errors)
    {
        switch (args)
        {
            case [] or [['-', ..], ..]:
                return null;
            case ["migrate"]:
                return await MigrateCommand.Run(services, output);
            case ["import", .. var rest] when ImportCommand.Read(rest) is { } order:
                return await ImportCommand.Run(order, services, output, errors);
            default:
                await errors.WriteLineAsync(Usage);
                return WrongUse;
        }
    }
}
