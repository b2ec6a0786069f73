using System.Text.Json;

namespace ServiceCulture.Cards.Rendering;

/// <summary>The people mentioned in one card, in the order in which they stand in it.</summary>
sealed class TeamsMentions
{
    readonly List<(string Tag, string Name, string Handle)> _all = [];

    /// <summary>The tag that stands for someone in a TextBlock; their entity bears exactly the same.</summary>
    internal string Add(string name, string handle)
    {
        var tag = $"<at>{Shown(name)}</at>";
        // Teams finds the entity by the tag: two people of one name need two tags, so an invisible joiner tells them apart.
        while (_all.Exists(other => other.Tag == tag && other.Handle != handle))
            tag = tag.Replace("</at>", "\u2060</at>", StringComparison.Ordinal);
        _all.Add((tag, name, handle));
        return tag;
    }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("entities");
        foreach (var (tag, name, handle) in _all)
        {
            json.Start("mention");
            json.WriteString("text", tag);
            json.WriteStartObject("mentioned");
            json.WriteString("id", handle);
            json.WriteString("name", name);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    // Escapes would have to match in two readers, Markdown's and the one that looks for tags. So what either could take for
    // form is written with its full-width twin: a reader sees the same name.
    static string Shown(string name)
    {
        var line = Cut.OneLine(name);
        return line.Length == 0 ? "–" : string.Concat(line.Select(c => TeamsMarkdown.IsForm(c) ? (char)(c + 0xFEE0) : c));
    }
}
