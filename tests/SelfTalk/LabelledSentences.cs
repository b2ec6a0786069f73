using ServiceCulture.Bot.Features.SelfTalk;
using ServiceCulture.Tests.House;

namespace ServiceCulture.Tests.SelfTalk;

/// <summary>The labelled sentences of this folder. All of them have been learnt from by now: what stands on them are floors, no measurement.</summary>
static class LabelledSentences
{
    internal static IReadOnlyList<Labelled> ForRules { get; } = Read("for-rules");

    /// <summary>Kept for measuring once; then weights were chosen by them, so today they are learnt from like the others.</summary>
    internal static IReadOnlyList<Labelled> OnceForMeasuring { get; } = Read("once-for-measuring");

    /// <summary>Every tenth question of Banking77's training split (CC BY 4.0, Casanueva et al. 2020). Nothing is learnt from them.</summary>
    internal static IReadOnlyList<Labelled> CustomersQuestions { get; } = Read("customers-questions");

    internal static string Path(string name) => System.IO.Path.Combine(Sources.Root, "tests/SelfTalk/Sentences", $"{name}.csv");

    static List<Labelled> Read(string name)
    {
        using var stream = File.OpenRead(Path(name));
        return LabelledFile.Read(stream);
    }
}
