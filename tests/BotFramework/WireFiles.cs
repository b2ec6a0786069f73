using System.Runtime.CompilerServices;

namespace ServiceCulture.Tests.BotFramework;

/// <summary>Requests recorded from real clients, in tests/Teams/Wire.</summary>
static class WireFiles
{
    public static byte[] Teams(string name) => File.ReadAllBytes(Path.Combine(Folder(), name + ".json"));

    public static IReadOnlyList<string> AllTeams() =>
        [.. Directory.GetFiles(Folder(), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "Teams", "Wire");
}
