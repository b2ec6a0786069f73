using System.Text.RegularExpressions;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.House;

/// <summary>The repository's own source files, as the lints read them.</summary>
static partial class Sources
{
    public static string Root { get; } = Path.GetDirectoryName(Fixtures.Path())!;

    /// <summary>The C# files below folders of the repository; what tools made is left out.</summary>
    public static IEnumerable<Source> Below(params string[] folders) => Ending(".cs", folders);

    /// <summary>The files below folders of the repository whose names end so; what tools made is left out.</summary>
    public static IEnumerable<Source> Ending(string end, params string[] folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*" + end, SearchOption.AllDirectories))
        .Select(file => new Source(Path.GetRelativePath(Root, file).Replace('\\', '/'), File.ReadAllText(file)))
        .Where(source => !Made().IsMatch(source.Path));

    [GeneratedRegex("/(bin|obj|node_modules|Migrations|Compiled)/")]
    private static partial Regex Made();
}

/// <param name="Path">From the repository's root, with slashes.</param>
sealed partial record Source(string Path, string Text)
{
    /// <summary>The namespaces and fully named types that it speaks of.</summary>
    public IEnumerable<string> Names => Ours().Matches(Code).Select(match => match.Value).Distinct();

    /// <summary>The text without its comments.</summary>
    public string Code { get; } = Comments().Replace(Text, "");

    [GeneratedRegex(@"ServiceCulture(\.[A-Z]\w*)+")]
    private static partial Regex Ours();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comments();
}
