using System.Text;

namespace ServiceCulture.Tests.Peers.Rigs;

/// <summary>
/// Holds what we render for Slack against Slack's own types. Each piece becomes a literal in one file, so that unknown fields
/// are errors too. The types don't know `data_visualization` (version 3.2.0): leave those blocks out with their own check.
/// </summary>
sealed class TypeScriptCheck
{
    readonly StringBuilder source = new("import type { HomeView, KnownBlock, ModalView, Option, OptionGroup } from '@slack/types';\n");
    readonly List<string> names = [];

    public TypeScriptCheck Blocks(string name, string json) => Add(name, "KnownBlock[]", json);

    public TypeScriptCheck Modal(string name, string json) => Add(name, "ModalView", json);

    public TypeScriptCheck Home(string name, string json) => Add(name, "HomeView", json);

    TypeScriptCheck Add(string name, string type, string json)
    {
        names.Add(name);
        source.Append("export const piece").Append(names.Count).Append(": ").Append(type).Append(" = ")
            .Append(json.ReplaceLineEndings(" ")).Append(";\n");
        return this;
    }

    /// <returns>The compiler's errors, each with the name of its piece; none when all fit.</returns>
    public async Task<IReadOnlyList<string>> ErrorsAsync()
    {
        Needs.Package("@slack/types");
        var compiler = Path.Combine(Needs.Package("typescript"), "bin", "tsc");
        using var folder = new TemporaryFolder(within: Places.NodeModules);
        var file = folder.Write("pieces.ts", source.ToString());
        var (code, output) = await ChildProcess.RunAsync(Needs.Node(),
            [compiler, "--noEmit", "--strict", "--skipLibCheck", "--ignoreConfig", "--module", "nodenext",
             "--moduleResolution", "nodenext", "--target", "es2022", "--pretty", "false", file], folder.Path);
        var errors = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Named).ToList();
        return code == 0 || errors.Count > 0 ? errors : [$"the compiler ended with {code} and said nothing"];
    }

    /// <summary>"pieces.ts(3,7): error ..." speaks of the piece on line 3, the second one.</summary>
    string Named(string line)
    {
        var open = line.IndexOf("pieces.ts(", StringComparison.Ordinal);
        if (open < 0) return line;
        var place = line[(open + "pieces.ts(".Length)..].Split(',', 2)[0];
        var number = int.Parse(place, System.Globalization.CultureInfo.InvariantCulture);
        return number < 2 ? line : $"{names[number - 2]}: {line}";
    }
}
