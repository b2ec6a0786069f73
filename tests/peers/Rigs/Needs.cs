namespace ServiceCulture.Tests.Peers.Rigs;

/// <summary>
/// What a test needs on the machine. When it is missing, the test says what to install: it is skipped where somebody runs some
/// tests, and fails where all were asked for (./test sets SERVICE_CULTURE_TEST_NEEDS_ALL).
/// </summary>
static class Needs
{
    public const string ChromiumPath = "/usr/bin/chromium";

    static readonly string? node = OnPath("node");

    public static string Node()
    {
        if (node is null) Missing("'node' is not on the PATH. Install Node.js 20 or newer.");
        return node!;
    }

    /// <summary>Node, and the npm package, installed beside this project.</summary>
    /// <returns>The package's folder.</returns>
    public static string Package(string name)
    {
        Node();
        var folder = Path.Combine(Places.NodeModules, name);
        if (!Directory.Exists(folder))
            Missing($"the npm package '{name}' is not installed. Run 'npm ci' in tests/peers.");
        return folder;
    }

    public static void Chromium()
    {
        if (!File.Exists(ChromiumPath))
            Missing($"{ChromiumPath} is missing. Install Debian's package 'chromium'.");
    }

    static void Missing(string what)
    {
        Assert.False(Environment.GetEnvironmentVariable("SERVICE_CULTURE_TEST_NEEDS_ALL") == "1", $"NOT RUN: {what}");
        Assert.Skip($"SKIPPED: {what}");
    }

    static string? OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program))
        .FirstOrDefault(File.Exists);
}

static class Places
{
    /// <summary>tests/peers, wherever the repository stands.</summary>
    public static string Peers { get; } = Above(AppContext.BaseDirectory, "Peers.csproj");

    public static string Repository { get; } = Path.GetFullPath(Path.Combine(Peers, "..", ".."));

    public static string NodeModules => Path.Combine(Peers, "node_modules");

    public static string Shots => Directory.CreateDirectory(Path.Combine(Peers, "shots")).FullName;

    static string Above(string folder, string file) =>
        File.Exists(Path.Combine(folder, file)) ? folder
        : Above(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException(file), file);
}

/// <summary>A folder that is gone when the test is over.</summary>
sealed class TemporaryFolder : IDisposable
{
    public string Path { get; }

    public TemporaryFolder(string? within = null) =>
        Path = within is null
            ? Directory.CreateTempSubdirectory("peers-").FullName
            : Directory.CreateDirectory(System.IO.Path.Combine(within, "peers-" + Guid.NewGuid().ToString("N"))).FullName;

    public string Write(string name, string content)
    {
        var file = System.IO.Path.Combine(Path, name);
        File.WriteAllText(file, content);
        return file;
    }

    public string Read(string name)
    {
        var file = System.IO.Path.Combine(Path, name);
        return File.Exists(file) ? File.ReadAllText(file) : $"({name} was not written)";
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
