namespace ServiceCulture.Bot.Commands;

/// <summary>What the program does instead of serving, when its first word says so.</summary>
public static class CommandLine
{
    const int WrongUse = 2;

    const string Usage = """
        Usage:
          (nothing)                            the bot
          import people <file.csv> [--dry-run] brings people from a CSV file into the database
          migrate                              applies the database migrations
        """;

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
            case ["import", "people", .. var rest] when ImportPeopleCommand.Read(rest) is { } order:
                return await ImportPeopleCommand.Run(order, services, output, errors);
            default:
                await errors.WriteLineAsync(Usage);
                return WrongUse;
        }
    }
}
