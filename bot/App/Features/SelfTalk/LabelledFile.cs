using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.SelfTalk;

/// <summary>A sentence and the pattern that a person sees in it; null: none.</summary>
public sealed record Labelled(string Text, Pattern? Pattern);

/// <summary>Sentences with their patterns: RFC 4180 in UTF-8, with the heading <c>text,pattern</c>.</summary>
public static class LabelledFile
{
    public static List<Labelled> Read(Stream stream) => LabelledRows.Read(stream, "pattern", Sentence, $"is none of the eleven patterns and not “{PatternIds.None}”");

    static Labelled? Sentence(string text, string id) => id is "" or PatternIds.None ? new(text, null) : PatternIds.Find(id) is { } pattern ? new(text, pattern) : null;
}
