using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Notes;
using ServiceCulture.Bot.Features.Escalations.Routing;
using ServiceCulture.Bot.Features.Publishing;
using ServiceCulture.Cards.Digests;

namespace ServiceCulture.Bot.Features.Escalations.Figures;

/// <summary>Questions like each other that no note answers yet.</summary>
/// <param name="Topic">Null: none.</param>
/// <param name="Example">The question most like all the others.</param>
public sealed record KeptAsking(Guid? Topic, string? Name, int Questions, Guid Example);

/// <summary>
/// What we keep asking: input for training. Of the questions of a window, those that no note answers, put together by the router's
/// own features; said where at least five different people asked. Nobody is named.
/// </summary>
public static class WhatWeKeepAsking
{
    const int MostTold = 10, Neighbours = FindingWords.MostCounted, MostFeatures = 1 << 18;

    // How like two questions are that mean the same, measured as the router does: 1 is the same words.
    const double Alike = 0.2;

    // A note that is so like a question answers it, as the search for known answers measures.
    const double Answered = 0.4;

    sealed record Asked(Guid Id, Guid Asker, Guid? Topic, string Words);

    public static async Task<IReadOnlyList<KeptAsking>> Read(Db db, OrganisationWindows windows, PublicationWindow window, CancellationToken cancel)
    {
        var (from, to) = windows.Of(window);
        var asked = await db.Questions.AsNoTracking().Where(one => one.AskedAt >= from && one.AskedAt < to && one.NoteId == null && one.AskerId != Guid.Empty && !db.Notes.Any(note => note.QuestionId == one.Id))
            .OrderBy(one => one.AskedAt).ThenBy(one => one.Id).Select(one => new Asked(one.Id, one.AskerId, one.TopicId, one.Words)).ToListAsync(cancel);
        var noted = new SimilarTexts<Guid>();
        foreach (var note in await db.Notes.AsNoTracking().Where(note => note.OutdatedAt == null).Select(note => new { note.Id, note.Words }).ToListAsync(cancel))
            noted.Add(note.Id, note.Words);
        asked.RemoveAll(one => noted.Find(one.Words, 1) is [{ Likeness: >= Answered }]);
        var names = await db.Topics.AsNoTracking().ToDictionaryAsync(topic => topic.Id, topic => topic.Name, cancel);
        return [.. asked.GroupBy(one => one.Topic).SelectMany(topic => Clusters([.. topic]).Where(IsEnough).Select(cluster => (topic.Key, Cluster: cluster)))
            .OrderByDescending(one => one.Cluster.Count).ThenBy(one => one.Cluster[0].Words, StringComparer.Ordinal).Take(MostTold)
            .Select(one => new KeptAsking(one.Key, one.Key is { } id ? names.GetValueOrDefault(id) : null, one.Cluster.Count, one.Cluster[0].Id))];
    }

    /// <summary>
    /// How somebody asked it, without names and numbers that may be a customer's or a colleague's, for whoever may see questions. Written down in the audit log, where its
    /// asker finds it. Null: the question is not kept any more.
    /// </summary>
    public static async Task<string?> Words(Db db, Guid question, Register register, MemberInfo who, DateTime now, CancellationToken cancel)
    {
        if (await db.Questions.AsNoTracking().Where(one => one.Id == question).Select(one => new { one.AskerId, one.Words, one.Customer }).SingleOrDefaultAsync(cancel) is not { Words.Length: > 0 } asked)
            return null;
        db.Audit.Add(new AuditEntry { At = now, Actor = who.Id, Act = "question.view", Row = question.ToString(), About = asked.AskerId == Guid.Empty ? null : asked.AskerId });
        await db.SaveChangesAsync(cancel);
        return CustomerTraces.Masked(asked.Words, asked.Customer, await NamesOfMembers.Read(register, cancel));
    }

    static bool IsEnough(List<Asked> cluster) => cluster.Select(one => one.Asker).Distinct().Count() >= HandlingFloor.Fewest;

    // The question with the most like it takes them all; then the next of those left. The first of a cluster is that question.
    static IEnumerable<List<Asked>> Clusters(List<Asked> asked)
    {
        if (asked.Count < HandlingFloor.Fewest)
            yield break;
        var near = Near(asked);
        var left = Enumerable.Repeat(true, asked.Count).ToArray();
        var queue = new PriorityQueue<int, (int, double, int)>(Enumerable.Range(0, asked.Count).Select(one => (one, Pull(one))), MostFirst);
        while (queue.TryDequeue(out var middle, out var pull))
        {
            if (!left[middle])
                continue;
            // What was like it may be in another cluster by now: then it waits for its new turn.
            if (Pull(middle) is var now && now != pull)
            {
                queue.Enqueue(middle, now);
                continue;
            }
            List<int> cluster = [middle, .. near[middle].Where(other => left[other.At]).Select(other => other.At)];
            cluster.ForEach(one => left[one] = false);
            yield return cluster.ConvertAll(one => asked[one]);
        }

        (int Count, double Likeness, int) Pull(int one)
        {
            var (count, likeness) = (0, 0.0);
            foreach (var other in near[one])
                if (left[other.At])
                    (count, likeness) = (count + 1, likeness + other.Likeness);
            return (count, likeness, -one);
        }
    }

    static readonly Comparer<(int, double, int)> MostFirst = Comparer<(int, double, int)>.Create((one, other) => other.CompareTo(one));

    static List<List<(int At, double Likeness)>> Near(List<Asked> asked)
    {
        var vocabulary = Vocabulary.Of(asked.ConvertAll(one => one.Words), MostFeatures);
        var vectors = asked.ConvertAll(one => vocabulary.Vector(one.Words));
        var texts = new SimilarTexts<int>();
        for (var at = 0; at < asked.Count; at++)
            texts.Add(at, asked[at].Words);
        return [.. Enumerable.Range(0, asked.Count).Select(at => texts.Find(asked[at].Words, Neighbours).Where(other => other.Key != at)
            .Select(other => (other.Key, Likeness: Cosine(vectors[at], vectors[other.Key]))).Where(other => other.Likeness >= Alike).ToList())];
    }

    // Both are in the order of their rows.
    static double Cosine(QuestionVector one, QuestionVector other)
    {
        var sum = 0.0;
        for (int a = 0, b = 0; a < one.Rows.Length && b < other.Rows.Length;)
            if (one.Rows[a] == other.Rows[b])
                sum += one.Values[a++] * other.Values[b++];
            else if (one.Rows[a] < other.Rows[b])
                a++;
            else
                b++;
        return sum;
    }
}
