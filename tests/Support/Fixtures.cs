using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ServiceCulture.Tests.Support;

/// <summary>
/// The files beside the tests, read where they lie: nothing is copied into the output, and an approved file that a test
/// writes again lands in the working tree.
/// </summary>
static class Fixtures
{
    static readonly string Root = System.IO.Path.GetDirectoryName(System.IO.Path.GetDirectoryName(Here()))!;

    /// <summary>A file or folder below tests/.</summary>
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    /// <summary>The files of a folder below tests/ that match a pattern such as *.json, sorted by name.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path(folder.Split('/')), pattern).Order(StringComparer.Ordinal);

    public static string Text(params string[] parts) => File.ReadAllText(Path(parts));

    /// <summary>515 strings that have broken software.</summary>
    public static IReadOnlyList<string> NaughtyStrings() =>
        JsonSerializer.Deserialize<string[]>(Text("Support", "naughty-strings.json"))!;

    static string Here([CallerFilePath] string path = "") => path;
}
