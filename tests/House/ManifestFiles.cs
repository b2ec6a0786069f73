using System.Text.Json;

namespace ServiceCulture.Tests.House;

/// <summary>The manifests as they stand in the repository, since those are what people upload.</summary>
static class ManifestFiles
{
    static readonly string Folder = Path.Combine(RepositoryRoot(), "manifests");

    public static JsonElement Slack { get; } = Read("slack");
    public static JsonElement Teams { get; } = Read("teams");

    public static string TeamsFile(string name) => Path.Combine(Folder, "teams", name);

    static JsonElement Read(string channel)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, channel, "manifest.json")));
        return file.RootElement.Clone();
    }

    static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ServiceCultureBot.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException("No folder above the tests holds ServiceCultureBot.sln.");
    }

    /// <summary>The element at a path of property names; array elements by number.</summary>
    public static JsonElement At(this JsonElement element, params object[] path) =>
        path.Aggregate(element, (at, step) => step is int index ? at[index] : at.GetProperty((string)step));

    public static string Text(this JsonElement element, params object[] path) => element.At(path).GetString()!;

    public static string[] Texts(this JsonElement element, params object[] path) =>
        [.. element.At(path).EnumerateArray().Select(item => item.GetString()!)];
}
