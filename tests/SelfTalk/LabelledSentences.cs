using ServiceCulture.Bot.Features.SelfTalk;
using ServiceCulture.Tests.House;

namespace ServiceCulture.Tests.SelfTalk;

/// <summary>The labelled sentences of this folder. Rules and weights were made with the first; the second was never read while they were made.</summary>
static class LabelledSentences
{
    internal static IReadOnlyList<Labelled> ForRules { get; } = Read("for-rules");

    internal static IReadOnlyList<Labelled> ForMeasuring { get; } = Read("for-measuring");

    /// <summary>Every tenth question of Banking77's training split (CC BY 4.0, Casanueva et al. 2020).</summary>
    internal static IReadOnlyList<Labelled> CustomersQuestions { get; } = Read("customers-questions");

    internal static string Path(string name) => System.IO.Path.Combine(Sources.Root, "tests/SelfTalk/Sentences", $"{name}.csv");

    static List<Labelled> Read(string name)
    {
        using var stream = File.OpenRead(Path(name));
        return LabelledFile.Read(stream);
    }
}
