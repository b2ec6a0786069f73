using System.Text.Json;

namespace ServiceCulture.Slack;

/// <summary>A file in a message. <see href="https://docs.slack.dev/reference/objects/file-object"/></summary>
/// <param name="Name">As it was uploaded; empty when not told.</param>
/// <param name="Permalink">Its page in the workspace, which asks whoever opens it to sign in.</param>
public sealed record SlackFile(string Name, Uri Permalink)
{
    /// <summary>Those that can be linked to. A deleted file, or one of a workspace we can't see, has no page.</summary>
    internal static IReadOnlyList<SlackFile> Read(JsonElement message)
    {
        IReadOnlyList<SlackFile> files = [.. message.List("files"u8, static file => file.UrlOrNull("permalink"u8) is { } link ? new SlackFile(file.TextOrEmpty("name"u8), link) : null).OfType<SlackFile>()];
        return files.Count == 0 ? [] : files;
    }
}
