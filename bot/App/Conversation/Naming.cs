using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Conversation;

static class Naming
{
    /// <summary>The line with the people it mentions by the names that we know them by: a platform may tell their ids alone, and an id of one says nothing on the other.</summary>
    internal static async ValueTask<Typed> Named(this Register register, Typed line, int installation, CancellationToken cancel)
    {
        var parts = new List<TypedPart>(line.Parts.Count);
        foreach (var part in line.Parts)
            parts.Add(part is TypedPart.Mention mention && await register.ByAccount(installation, mention.Id, cancel) is { } member ? mention with { Text = $"@{member.Name}" } : part);
        return new Typed(parts);
    }
}
