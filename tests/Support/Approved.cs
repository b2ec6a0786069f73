using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ServiceCulture.Tests.Support;

/// <summary>Compares what is drawn with what a reviewer has seen, byte for byte.</summary>
static class Approved
{
    static readonly JsonSerializerOptions Pretty = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static string Root { get; } = FindRoot();

    /// <summary>
    /// Fails where cards/Approved/{name}.{extension} is missing or different, and then leaves what came as
    /// {name}.received.{extension} beside it: look at it, and rename it if it is right.
    /// </summary>
    internal static void Matches(string name, string extension, string actual) => Matches("cards/Approved", name, extension, actual);

    /// <summary>The same in another folder of the repository.</summary>
    internal static void Matches(string folder, string name, string extension, string actual)
    {
        var approved = Path.Combine(Root, folder, $"{name}.{extension}");
        var received = Path.Combine(Root, folder, $"{name}.received.{extension}");
        var bytes = Encoding.UTF8.GetBytes(extension == "json" ? Indented(actual) : actual);
        if (File.Exists(approved) && File.ReadAllBytes(approved).AsSpan().SequenceEqual(bytes))
        {
            File.Delete(received);
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllBytes(received, bytes);
        Assert.Fail($"{(File.Exists(approved) ? "Not as approved" : "Not yet approved")}: compare {received}");
    }

    /// <summary>A file of the tests' own, by its path in the repository.</summary>
    internal static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    static string Indented(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement, Pretty).ReplaceLineEndings("\n") + "\n";
    }

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ServiceCultureBot.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository");
    }
}
