using System.Globalization;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Values;

/// <summary>A value as somebody types it: lists a line each, words with commas or spaces between.</summary>
public sealed record ValueDraft
{
    public const int MostName = 40, MostMeaning = 200, MostLines = 5, MostLine = 160, MostWords = 20, MostWord = 40;

    /// <summary>Null: a new one.</summary>
    public string? Id { get; init; }
    public string Name { get; set; } = "";
    public string Glyph { get; set; } = "";
    public string Meaning { get; set; } = "";
    public string Behaviours { get; set; } = "";
    public string Synonyms { get; set; } = "";
    public string Starters { get; set; } = "";
    public bool ForKudos { get; set; } = true;

    public static ValueDraft Of(CoreValue value) => new()
    {
        Id = value.Id,
        Name = value.Name,
        Glyph = value.Glyph,
        Meaning = value.Meaning,
        Behaviours = string.Join('\n', value.Behaviours),
        Synonyms = string.Join(", ", value.Synonyms),
        Starters = string.Join('\n', value.Starters),
        ForKudos = value.ForKudos,
    };

    internal IReadOnlyDictionary<string, string> Faults(IReadOnlyCollection<CoreValue> all)
    {
        var (faults, others) = (new Dictionary<string, string>(), all.Where(value => value.Id != Id).ToList());
        void At(string field, string? why)
        {
            if (why is not null)
                faults.TryAdd(field, why);
        }
        At(nameof(Name), Name.Trim().Length is 0 or > MostName ? $"1 to {MostName} characters, please." : null);
        At(nameof(Name), Key(Name).Length == 0 ? "A name needs a letter or a digit." : null);
        At(nameof(Name), others.Find(value => Meant(value).Contains(Key(Name))) is { } same ? $"That already means {same.Name}." : null);
        At(nameof(Glyph), new StringInfo(Glyph.Trim()).LengthInTextElements != 1 ? "One picture, please: it stands beside the name." : null);
        At(nameof(Meaning), Meaning.Trim().Length is 0 or > MostMeaning ? $"One sentence of 1 to {MostMeaning} characters, please." : null);
        At(nameof(Behaviours), Lines(Behaviours).Count == 0 ? "At least one, please: something that one could see." : TooMuch(Behaviours));
        At(nameof(Starters), TooMuch(Starters));
        At(nameof(Synonyms), Words(others));
        return faults;
    }

    internal CoreValue New(string id, string language) => new()
    {
        Id = id,
        Language = language,
        Version = 1,
        Origin = Origin.Own,
        Name = Name.Trim(),
        Glyph = Glyph.Trim(),
        Meaning = Meaning.Trim(),
        Behaviours = Lines(Behaviours),
        Synonyms = Split(Synonyms),
        Starters = Lines(Starters),
        ForKudos = ForKudos,
    };

    /// <summary>Writes it over a value, which is the organisation's own from then on: no newer shipped words replace it.</summary>
    /// <returns>How many versions that makes: one.</returns>
    internal int Into(CoreValue value)
    {
        (value.Name, value.Glyph, value.Meaning, value.Origin) = (Name.Trim(), Glyph.Trim(), Meaning.Trim(), Origin.Own);
        (value.Behaviours, value.Synonyms, value.Starters, value.ForKudos) = (Lines(Behaviours), Split(Synonyms), Lines(Starters), ForKudos);
        return 1;
    }

    /// <summary>The name as a word of small letters, with a number where that is taken: an id never changes, whatever the name does.</summary>
    internal string FreeId(IReadOnlyCollection<CoreValue> all)
    {
        var id = Folding.Key(Name).Replace(' ', '-');
        return Enumerable.Range(1, all.Count + 1).Select(number => number == 1 ? id : $"{id}-{number}").First(one => all.All(value => value.Id != one));
    }

    string? Words(List<CoreValue> others)
    {
        var words = Split(Synonyms);
        if (words.Count > MostWords)
            return $"At most {MostWords} words, please; these are {words.Count}.";
        if (words.Find(word => word.Length > MostWord || Key(word).Length == 0) is { } odd)
            return $"“{odd}” is no word that one could type: letters, digits and hyphens, at most {MostWord}.";
        var taken = words.Select(word => (word, value: others.Find(value => Meant(value).Contains(Key(word))))).FirstOrDefault(pair => pair.value is not null);
        return taken.value is null ? null : $"“{taken.word}” already means {taken.value.Name}.";
    }

    static string? TooMuch(string text) => Lines(text) switch
    {
        { Count: > MostLines } lines => $"At most {MostLines} lines, please; these are {lines.Count}.",
        var lines when lines.Find(line => line.Length > MostLine) is { } line => $"At most {MostLine} characters a line, please; one has {line.Length}.",
        _ => null,
    };

    static HashSet<string> Meant(CoreValue value) => value.ArchivedAt is null ? [.. value.Synonyms.Append(value.Name).Append(value.Id).Select(Key)] : [];

    static List<string> Lines(string text) => [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];

    static List<string> Split(string words) => [.. words.Split([',', ';', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(word => word.TrimStart('#').ToLowerInvariant()).Where(word => word.Length > 0).Distinct()];

    static string Key(string word) => Folding.Key(word).Replace(" ", "", StringComparison.Ordinal);
}
