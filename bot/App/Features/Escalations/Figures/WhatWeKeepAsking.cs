using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Notes;
using ServiceCulture.Bot.Features.Escalations.Routing;
using ServiceCulture.Bot.Features.Publishing;

namespace ServiceCulture.Bot.Features.Escalations.Figures;

/// <summary>Questions like each other that no note answers yet.</summary>
/// <param name="Topic">Null: none.</param>
/// <param name="Typical">The one most like all the others, without names and numbers that may be a customer's or a colleague's.</param>
public sealed record KeptAsking(Guid? Topic, string? Name, int Questions, string Typical);

/// <summary>
/// What we keep asking: input for training. Of the questions of the last finished window, those that no note answers, put together by the router's
/// own features; said where at least five different people asked. Nobody is named.
/// </summary>
public static class WhatWeKeepAsking
{
    const int MostTold = 10, Neighbours = 40, MostFeatures = 1 << 18;

    // How like two questions are that mean the same, measured as the router does: 1 is the same words.
    const double Alike = 0.2;

    // A note that is so like a question answers it, as the search for known answers measures.
    const double Answered = 0.4;

    sealed record Asked(Guid Id, Guid Asker, Guid? Topic, string Words, string Customer);

    public static async Task<IReadOnlyList<KeptAsking>> Read(Db db, OrganisationWindows windows, Register register, CancellationToken cancel)
    {
        var (from, to) = windows.Of(windows.LastFinished);
        var asked = await db.Questions.AsNoTracking().Where(one => one.AskedAt >= from && one.AskedAt < to && one.NoteId == null && one.AskerId != Guid.Empty && !db.Notes.Any(note => note.QuestionId == one.Id))
            .OrderBy(one => one.AskedAt).ThenBy(one => one.Id).Select(one => new Asked(one.Id, one.AskerId, one.TopicId, one.Words, one.Customer)).ToListAsync(cancel);
        var noted = new SimilarTexts<Guid>();
        foreach (var note in await db.Notes.AsNoTracking().Where(note => note.OutdatedAt == null).Select(note => new { note.Id, note.Words }).ToListAsync(cancel))
            noted.Add(note.Id, note.Words);
        asked.RemoveAll(one => noted.Find(one.Words, 1) is [{ Likeness: >= Answered }]);
        var names = await db.Topics.AsNoTracking().ToDictionaryAsync(topic => topic.Id, topic => topic.Name, cancel);
        var people = await NamesOfMembers.Read(register, cancel);
        return [.. asked.GroupBy(one => one.Topic).SelectMany(topic => Clusters([.. topic]).Where(IsEnough).Select(cluster => (topic.Key, Cluster: cluster)))
            .OrderByDescending(one => one.Cluster.Count).ThenBy(one => one.Cluster[0].Words, StringComparer.Ordinal).Take(MostTold)
            .Select(one => new KeptAsking(one.Key, one.Key is { } id ? names.GetValueOrDefault(id) : null, one.Cluster.Count, CustomerTraces.Masked(one.Cluster[0].Words, one.Cluster[0].Customer, people)))];
    }

    static bool IsEnough(List<Asked> cluster) => cluster.Select(one => one.Asker).Distinct().Count() >= HandlingFloor.Fewest;

    // The question with the most like it takes them all; then the next of those left. The first of a cluster is that question.
    static IEnumerable<List<Asked>> Clusters(List<Asked> asked)
    {
        if (asked.Count < HandlingFloor.Fewest)
            yield break;
        var near = Near(asked);
        var left = Enumerable.Range(0, asked.Count).ToHashSet();
        while (left.Count > 0)
        {
            var middle = left.MaxBy(one => (near[one].Count(other => left.Contains(other.At)), near[one].Where(other => left.Contains(other.At)).Sum(other => other.Likeness), -one));
            List<int> cluster = [middle, .. near[middle].Where(other => left.Contains(other.At)).Select(other => other.At)];
            left.ExceptWith(cluster);
            yield return cluster.ConvertAll(one => asked[one]);
        }
    }

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
