using ServiceCulture.Bot.Features.Escalations.Routing;

namespace ServiceCulture.Bot.Features.Escalations.Notes;

/// <summary>A note, or a question that was answered.</summary>
public readonly record struct KnownKey(bool IsNote, Guid Id);

/// <summary>Where a known answer may be found: the questions' words of one process, each in its newest version. No database.</summary>
public sealed class KnownTexts
{
    // Half of what is telling stands in both; a text of usual length is some 0.45 like itself.
    const double Least = 0.2;

    readonly Lock _one = new();
    readonly SimilarTexts<KnownKey> _texts = new();
    readonly Dictionary<KnownKey, long> _versions = [];

    public int Count => _texts.Count;

    /// <summary>Takes it in unless it is there in that version: so the same rows may be read again and again.</summary>
    public void Take(KnownKey key, long version, string words)
    {
        lock (_one)
        {
            if (_versions.TryGetValue(key, out var known) && known == version)
                return;
            _versions[key] = version;
            _texts.Add(key, words);
        }
    }

    /// <summary>It is gone. Should it come again, it is taken in again.</summary>
    public void Drop(KnownKey key)
    {
        lock (_one)
        {
            _versions.Remove(key);
            _texts.Remove(key);
        }
    }

    /// <summary>Those like it, the nearest first.</summary>
    public IEnumerable<Similar<KnownKey>> Find(string words, int most) => _texts.Find(words, most).Where(one => one.Likeness >= Least);
}
