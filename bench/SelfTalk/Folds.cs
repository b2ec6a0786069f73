using System.Security.Cryptography;
using System.Text;
using ServiceCulture.Bot.Features.SelfTalk;

namespace ServiceCulture.Bench.SelfTalk;

/// <summary>Each sentence judged by weights that never saw it: eight parts, cut by the hash of the text and so always the same.</summary>
static class Folds
{
    const int Parts = 8;

    internal static float[][] Judge(Training training, IReadOnlyList<Example> examples, IReadOnlyList<Labelled> sentences)
    {
        var parts = sentences.Select(one => SHA256.HashData(Encoding.UTF8.GetBytes(one.Text))[0] % Parts).ToArray();
        var shares = new float[examples.Count][];
        Parallel.For(0, Parts, part =>
        {
            var weights = training.Run([.. examples.Where((_, at) => parts[at] != part)]);
            for (var at = 0; at < examples.Count; at++)
                if (parts[at] == part)
                    shares[at] = Training.Shares(examples[at], weights);
        });
        return shares;
    }

    /// <summary>One line of figures at a limit.</summary>
    internal static string Figures(IReadOnlyList<Labelled> sentences, float[][] shares, Func<int, bool> counts, WeightFile limits)
    {
        var rows = Enumerable.Range(0, sentences.Count).Where(counts).Select(at => (sentences[at].Pattern, Named: SelfTalkReader.Named(shares[at], limits))).ToList();
        var (distorted, plain) = (rows.Where(row => row.Pattern is not null).ToList(), rows.Where(row => row.Pattern is null).ToList());
        return $"{distorted.Count,5} distorted, {plain.Count,5} plain: recall {Share(distorted, row => row.Named.Length > 0)} specificity {Share(plain, row => row.Named.Length == 0)} "
            + $"top1 {Share(distorted, row => row.Named.FirstOrDefault((Pattern)(-1)) == row.Pattern)} top2 {Share(distorted, row => row.Named.Contains(row.Pattern!.Value))}";
    }

    static string Share<T>(List<T> rows, Func<T, bool> holds) => rows.Count == 0 ? "-" : FormattableString.Invariant($"{(double)rows.Count(holds) / rows.Count:0.000}");
}
