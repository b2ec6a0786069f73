using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Crisis;

/// <summary>A sentence and the kind of crisis that a person sees in it; null: ordinary words.</summary>
public sealed record CrisisSentence(string Text, CrisisKind? Kind);

/// <summary>Sentences with their kinds: RFC 4180 in UTF-8, with the heading <c>text,kind</c>.</summary>
public static class CrisisFile
{
    public static List<CrisisSentence> Read(Stream stream) => LabelledRows.Read(stream, "kind", Sentence, "is none of explicit, veiled, seeking, other, ordinary");

    static CrisisSentence? Sentence(string text, string kind) => kind switch
    {
        "explicit" => new(text, CrisisKind.Explicit),
        "veiled" => new(text, CrisisKind.Veiled),
        "seeking" => new(text, CrisisKind.Seeking),
        "other" => new(text, CrisisKind.AboutSomeoneElse),
        "ordinary" => new(text, null),
        _ => null,
    };
}
