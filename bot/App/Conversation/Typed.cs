namespace ServiceCulture.Bot.Conversation;

/// <summary>A line as somebody typed it: words, with the mentions that the platform resolved.</summary>
public sealed record Typed(params IReadOnlyList<TypedPart> Parts)
{
    public static Typed Of(string words) => new([new TypedPart.Words(words)]);

    /// <summary>The line as plain words, mentions by name.</summary>
    public string Plain => string.Concat(Parts.Select(part => part.Text)).Trim();

    /// <summary>The first word in lower case, and the line without it.</summary>
    public (string First, Typed Behind) Cut()
    {
        if (Parts.Count == 0 || Parts[0] is not TypedPart.Words { Text: var words })
            return ("", this);
        var trimmed = words.TrimStart().TrimStart('/');
        var end = trimmed.AsSpan().IndexOfAny(' ', '\n', '\t');
        var (first, rest) = end < 0 ? (trimmed, "") : (trimmed[..end], trimmed[end..]);
        return (first.ToLowerInvariant(), new Typed([new TypedPart.Words(rest), .. Parts.Skip(1)]));
    }
}

/// <summary>A piece of a typed line.</summary>
public abstract record TypedPart(string Text)
{
    public sealed record Words(string Text) : TypedPart(Text);

    /// <summary>A mention that the platform made: the account's id there.</summary>
    public sealed record Mention(string Id, string Text) : TypedPart(Text);
}
