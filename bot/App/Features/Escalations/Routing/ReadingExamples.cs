using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Privacy;

namespace ServiceCulture.Bot.Features.Escalations.Routing;

/// <summary>Reads what there is to learn, in the order that is the same on every node.</summary>
sealed class ReadingExamples(Vault vault)
{
    const int Together = 2000;

    /// <summary>A hash of the topics in use and their versions; with the order in which they are numbered.</summary>
    internal static async Task<(IReadOnlyList<Topic> Topics, string Print)> Topics(Db db, CancellationToken cancel)
    {
        var topics = (await db.Topics.AsNoTracking().Where(topic => topic.ArchivedAt == null).ToListAsync(cancel)).OrderBy(topic => topic.Id).ToList();
        var print = string.Join(' ', topics.Select(topic => $"{topic.Id:N}:{topic.Version}"));
        return (topics, Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(print)).AsSpan(0, 16)));
    }

    /// <summary>Names, descriptions and samples first, then what was learnt up to that position; of a question learnt twice the last.</summary>
    internal async Task<List<KeyedExample>> All(Db db, IReadOnlyList<Topic> topics, long upTo, CancellationToken cancel)
    {
        var samples = (await db.TopicSamples.AsNoTracking().OrderBy(sample => sample.Place).ToListAsync(cancel)).ToLookup(sample => sample.TopicId);
        var examples = new List<KeyedExample>();
        foreach (var topic in topics)
        {
            examples.Add(new(topic.Id, topic.Id, $"{topic.Name}. {topic.Description}"));
            examples.AddRange(samples[topic.Id].Select(sample => new KeyedExample(sample.Id, topic.Id, sample.Words)));
        }
        var places = new Dictionary<Guid, int>();
        await foreach (var (_, example) in Learnt(db, 0, upTo, cancel))
            if (example is { } one)
            {
                if (places.TryGetValue(one.Key, out var before))
                    examples[before] = examples[before] with { Text = "" };
                places[one.Key] = examples.Count;
                examples.Add(one);
            }
        return examples.FindAll(one => one.Text.Length > 0);
    }

    /// <summary>What stands after the one position and up to the other, in order; null where there is nothing to learn any more.</summary>
    internal async IAsyncEnumerable<(long Position, KeyedExample? Example)> Learnt(Db db, long after, long upTo, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        for (var last = after; last < upTo;)
        {
            var from = last;
            var some = await db.LearntExamples.AsNoTracking().Where(one => one.Position > from && one.Position <= upTo).OrderBy(one => one.Position).Take(Together).ToListAsync(cancel);
            var ciphers = await vault.Find([.. some.Where(one => one.Sealed is not null && one.MemberId is not null).Select(one => one.MemberId!.Value).Distinct()], cancel);
            foreach (var one in some)
                yield return (one.Position!.Value, Read(one, ciphers));
            if (some.Count < Together)
                yield break;
            last = some[^1].Position!.Value;
        }
    }

    // Sealed with a key that was destroyed since: there is nothing to learn from it any more.
    static KeyedExample? Read(LearntExample one, IReadOnlyDictionary<Guid, Cipher> ciphers)
    {
        var words = one.Words ?? (one is { Sealed: { } bytes, MemberId: { } member } && ciphers.TryGetValue(member, out var cipher) ? cipher.TryRead(bytes) : null);
        return words is null ? null : new(one.QuestionId ?? one.Id, one.TopicId, words);
    }
}
