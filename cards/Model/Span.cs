namespace ServiceCulture.Cards;

/// <summary>A run of words with at most one form: what renderers turn into a dialect. Closed.</summary>
/// <param name="Text">The words without their form.</param>
public abstract record Span(string Text)
{
    /// <summary>Plain words; escape them for the dialect.</summary>
    public sealed record Words(string Text) : Span(Text);

    /// <summary>Emphasised words.</summary>
    public sealed record Strong(string Text) : Span(Text);

    /// <summary>Something to type, in a fixed-width face.</summary>
    public sealed record Code(string Text) : Span(Text);

    /// <summary>A link with an absolute http or https address.</summary>
    public sealed record Link(string Text, Uri Address) : Span(Text);

    /// <summary>Someone; <paramref name="Handle"/> is their id on the reader's channel, null where they have none there.</summary>
    public sealed record Mention(string Text, string? Handle) : Span(Text);
}
