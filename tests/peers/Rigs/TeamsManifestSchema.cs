namespace ServiceCulture.Tests.Peers.Rigs;

/// <summary>The scripts that hold the manifests against the platforms' own descriptions.</summary>
static class TeamsManifestSchema
{
    public static Task<(int ExitCode, string Output)> ValidateAsync()
    {
        Needs.Package("@microsoft/app-manifest");
        Needs.Package("ajv-draft-04");
        return RunAsync("validate-teams-manifest.mjs");
    }

    public static Task<(int ExitCode, string Output)> ValidateSlackAsync()
    {
        Needs.Package("@slack/web-api");
        Needs.Package("typescript");
        return RunAsync("validate-slack-manifest.mjs");
    }

    static Task<(int, string)> RunAsync(string script) =>
        ChildProcess.RunAsync(Needs.Node(), [script], Places.Peers);
}
