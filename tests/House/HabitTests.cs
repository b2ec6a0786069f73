using System.Text.RegularExpressions;

namespace ServiceCulture.Tests.House;

/// <summary>Habits that a reviewer would otherwise have to look for.</summary>
public sealed partial class HabitTests
{
    static readonly IReadOnlyList<Source> Ours = [.. Sources.Below("bot", "cards")];

    [Fact]
    public void No_file_has_more_than_300_lines() =>
        Assert.Empty(Ours.Concat(Sources.Below("tests")).Concat(Sources.Ending(".js", "bot")).Concat(Sources.Ending(".css", "bot")).Where(source => source.Text.AsSpan().Count('\n') > 300).Select(source => source.Path));

    [Fact]
    public void The_table_of_contents_has_at_most_60_lines() => Assert.InRange(Ours.Single(source => source.Path == "bot/App/Program.cs").Text.AsSpan().Count('\n'), 20, 60);

    [Fact]
    public void Time_comes_from_the_clock_that_is_handed_in() => Nowhere(WallClock());

    [Fact]
    public void No_test_sleeps() =>
        Assert.Empty(Sources.Below("tests").Where(source => !source.Path.StartsWith("tests/peers/", StringComparison.Ordinal) && Sleep().IsMatch(source.Code) && !source.Path.EndsWith("/HabitTests.cs", StringComparison.Ordinal)).Select(source => source.Path));

    // The two that speak to a bot in a process of its own sign by the clock that it has.
    [Fact]
    public void No_test_reads_the_wall_clock() =>
        Assert.Equal(["tests/Operating/WholeProgram.cs", "tests/peers/Rigs/BotUnderTest.cs"],
            Sources.Below("tests").Where(source => MachineTime().IsMatch(source.Code) && !source.Path.EndsWith("/HabitTests.cs", StringComparison.Ordinal)).Select(source => source.Path).Order());

    [Fact]
    public void What_has_a_database_is_tested_on_both()
    {
        var tests = Sources.Below("tests").Where(source => !source.Path.StartsWith("tests/peers/", StringComparison.Ordinal) && source.Path != "tests/House/HabitTests.cs" && IsTest().IsMatch(source.Code) && HasDatabase().IsMatch(source.Code)).ToList();
        Assert.True(tests.Count > 100, "Hardly any test was found: this one no longer reaches what it is about.");
        Assert.Empty(tests.Where(source => !OnBoth().IsMatch(source.Code)).Select(source => source.Path));
    }

    // An address and a number are the same in every language.
    [Fact]
    public void Words_of_our_own_are_texts_also_in_bold_and_as_links() =>
        Assert.Empty(Ours.SelectMany(source => InAHole().Matches(source.Code).Select(match => match.Groups[1].Value).Where(words => words is not ("112" or "findahelpline.com")).Select(words => (source.Path, words))));

    [Fact]
    public void No_exception_is_swallowed_without_a_reason() => Assert.Empty(Ours.Where(source => EmptyCatch().IsMatch(source.Text)).Select(source => source.Path));

    [Fact]
    public void Nothing_is_left_to_do() => Nowhere(Unfinished());

    [Fact]
    public void No_type_is_called_by_what_it_is_not()
    {
        var named = Ours.SelectMany(source => TypeName().Matches(source.Code).Select(match => match.Groups[1].Value));
        Assert.DoesNotContain(named, name => VagueName().IsMatch(name));
    }

    // What Program.cs puts the program together with stands in its own namespace, and is nothing but that.
    [Fact]
    public void Namespaces_follow_the_folders()
    {
        foreach (var source in Ours.Where(source => source.Path.StartsWith("bot/App/", StringComparison.Ordinal) && !PutsTogether().IsMatch(source.Code)))
            if (NamespaceLine().Match(source.Code) is { Success: true } line)
                Assert.Equal((source.Path, "ServiceCulture.Bot" + string.Concat(source.Path.Split('/')[2..^1].Select(folder => "." + folder))), (source.Path, line.Groups[1].Value));
    }

    [Fact]
    public void The_bot_under_test_registers_what_the_program_registers()
    {
        var channels = string.Concat(Sources.Below("bot/App/Channels").Select(source => source.Code));
        var here = File.ReadAllText(Path.Combine(Sources.Root, "tests/Support/TestBot.cs"));
        var registered = Registration().Matches(File.ReadAllText(Path.Combine(Sources.Root, "bot/App/Program.cs"))).Select(match => match.Groups[1].Value).Distinct()
            .Where(name => !channels.Contains($" {name}(", StringComparison.Ordinal));
        // What a program needs to be run, and a bot under test does not.
        string[] running = ["AddOwnFile", "AddSettings", "AddSingleton", "AddHostedService", "AddHealth", "MapHealth", "MapExport", "AddTelemetry", "AddPeopleImport", "AddScheduling", "AddConsole", "AddHttpClient", "AddRoster"];
        Assert.DoesNotContain(registered.Except(running), name => !here.Contains($".{name}(", StringComparison.Ordinal));
    }

    // Who gives roles and writes them down, what is taken along, whom a programme is meant for, and the name under which the page at /try offers somebody: none of them decides who may.
    [Fact]
    public void Nobody_but_Access_decides_by_roles_or_by_whom_somebody_manages() =>
        Assert.Equal(["bot/App/Channels/Local/LocalPeople.cs", "bot/App/Features/People/Access.cs", "bot/App/Features/People/ExportingPeople.cs", "bot/App/Features/People/GivingRoles.cs",
                "bot/App/Features/People/ImportWriting.cs", "bot/App/Features/People/NamedOwner.cs", "bot/App/Features/People/PeopleData.cs", "bot/App/Features/Programmes/Audience.cs", "bot/App/Features/Programmes/Foreseeing.cs"],
            Sources.Below("bot").Where(source => RolesRead().IsMatch(source.Code)).Select(source => source.Path).Order());

    static void Nowhere(Regex pattern) => Assert.Empty(Ours.Where(source => pattern.IsMatch(source.Code)).Select(source => source.Path));

    [GeneratedRegex(@"Hole\.(?:Bold|Link)\(""([^""]*)""")]
    private static partial Regex InAHole();

    [GeneratedRegex(@"^\s*\[(Fact|Theory)", RegexOptions.Multiline)]
    private static partial Regex IsTest();

    // What starts a bot or makes a database.
    [GeneratedRegex(@"\b(OverTheDatabase|TestDatabase|TestBot|SmallDatabase|BotHost|WholeProgram|SlackDesk|TeamsTalk|ThreeChannels|ConsoleDesk)\b")]
    private static partial Regex HasDatabase();

    [GeneratedRegex("""\[Trait\("Database", "Both"\)\]|: OverTheDatabase\b""")]
    private static partial Regex OnBoth();

    [GeneratedRegex(@"namespace ServiceCulture\.Bot;\s+(\[[^\]]+\]\s+)?public static (partial )?class \w+\s+\{(?!.*\n(public|internal|sealed|static|enum|class|record)).* (Map|Add)\w+\(this ", RegexOptions.Singleline)]
    private static partial Regex PutsTogether();

    [GeneratedRegex(@"DateTime(Offset)?\.(Now|UtcNow|Today)\b|Thread\.Sleep|Task\.Delay\((?!.*(clock|_clock|Clock|time|TimeProvider))|Stopwatch\.StartNew")]
    private static partial Regex WallClock();

    [GeneratedRegex(@"DateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    private static partial Regex MachineTime();

    [GeneratedRegex(@"Thread\.Sleep|Task\.Delay\((?!.*Infinite)")]
    private static partial Regex Sleep();

    [GeneratedRegex(@"catch\s*(\([^)]*\))?\s*(when\s*\([^)]*\))?\s*\{\s*\}")]
    private static partial Regex EmptyCatch();

    [GeneratedRegex(@"Roles\.HasFlag\(Roles|\bRoles & |& Roles\b|& roles\b|[wW]ho\w*\.(Roles|Manages|StandsInFor)\b|\bRoles (is|==|!=) |\{ Manages")]
    private static partial Regex RolesRead();

    [GeneratedRegex("TODO|FIXME|HACK|NotImplementedException")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"\b(?:class|record|interface|struct) (\w+)")]
    private static partial Regex TypeName();

    [GeneratedRegex("(Manager|Helper|Helpers|Util|Utils|Processor|Impl|Base)$")]
    private static partial Regex VagueName();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"\.((?:Add|Map)[A-Z]\w+)\(")]
    private static partial Regex Registration();
}
