using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace ServiceCulture.Tests.Values;

public sealed partial class PacksTests
{
    static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    static readonly Catalogue All = Read<Catalogue>("values.en.json");

    static readonly string[] CheckInsOnly = ["self-talk", "mindset", "self-image"];

    public static TheoryData<string, string, string> Packs { get; } = new()
    {
        { "five-core-values", "Five core values", "empathy patience passion persistence desire-to-improve" },
        { "six-needs", "Six needs", "friendliness empathy fairness control alternatives information" },
        { "professional-core", "Professional core", "self-talk mindset empathy balance self-image" },
        { "respect-and-service", "Respect and service", "respect service" },
        { "three-qualities", "Three qualities", "patience empathy competence" },
    };

    public static TheoryData<string> PackIds { get; } = new(Packs.Select(pack => pack.Data.Item1));

    public static TheoryData<string> Ids { get; } = new(All.Values.Select(value => value.Id));

    [Fact]
    public void Every_promised_id_is_there_once() => Assert.Equal(
        Sorted("empathy patience passion persistence desire-to-improve friendliness fairness control alternatives information self-talk mindset balance self-image respect service competence".Split(' ')),
        Sorted(All.Values.Select(value => value.Id)));

    [Theory, MemberData(nameof(Packs))]
    public void A_pack_holds_its_values_in_order(string id, string name, string values)
    {
        var pack = Read<Pack>($"{id}.en.json");
        Assert.Equal((id, name, "en", 1), (pack.Id, pack.Name, pack.Language, pack.Version));
        Assert.Equal(values.Split(' '), pack.Values);
        Assert.All(pack.Values, value => Assert.Contains(All.Values, known => known.Id == value));
    }

    [Theory, MemberData(nameof(PackIds))]
    public void A_pack_says_in_two_sentences_what_it_is_for(string id)
    {
        var pack = Read<Pack>($"{id}.en.json");
        Assert.Equal(2, SentenceEnd.Count(pack.About));
        Assert.InRange(pack.About.Length, 80, 300);
        AssertPlain(pack.About);
    }

    [Fact]
    public void No_file_lies_about_unused() => Assert.Equal(
        Sorted(PackIds.Select(pack => $"{pack.Data}.en.json").Append("values.en.json")),
        Sorted(Directory.GetFiles(Folder()).Select(Path.GetFileName).OfType<string>()));

    [Fact]
    public void Every_value_stands_in_a_pack() => Assert.Equal(
        Sorted(All.Values.Select(value => value.Id)),
        Sorted(Packs.SelectMany(pack => pack.Data.Item3.Split(' ')).Distinct()));

    [Fact]
    public void The_catalogue_says_its_language_and_version() =>
        Assert.Equal(("en", 1), (All.Language, All.Version));

    [Theory, MemberData(nameof(Ids))]
    public void A_value_has_all_its_parts_in_the_right_number(string id)
    {
        var value = Find(id);
        Assert.Equal(3, value.Behaviours.Length);
        Assert.Equal(2, value.Starters.Length);
        Assert.InRange(value.Prompts.Length, 4, 8);
        Assert.InRange(value.Synonyms.Length, 6, 12);
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_value_fits_where_it_is_shown(string id)
    {
        var value = Find(id);
        Assert.InRange(value.Name.Length, 1, 24);
        Assert.InRange(value.Meaning.Length, 20, 160);
        Assert.All(value.Behaviours, behaviour => Assert.InRange(behaviour.Length, 20, 120));
        Assert.All(value.Prompts, prompt => Assert.InRange(prompt.Length, 20, 140));
        Assert.All(value.Starters, starter => Assert.InRange(starter.Length, 10, 80));
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_value_keeps_the_form_of_its_parts(string id)
    {
        var value = Find(id);
        Assert.Equal(value.Id, value.Name.ToLowerInvariant().Replace(' ', '-'));
        Assert.EndsWith(".", value.Meaning, StringComparison.Ordinal);
        Assert.Equal(1, SentenceEnd.Count(value.Meaning));
        Assert.All(value.Behaviours, behaviour => Assert.Matches("^[A-Z][a-z]+s .*[a-z']$", behaviour));
        Assert.All(value.Prompts, prompt => Assert.Matches("^[A-Z].*[.?]$", prompt));
        Assert.All(value.Starters, starter => Assert.Matches("^[A-Z].* …$", starter));
        Assert.All(value.Synonyms, synonym => Assert.Matches("^[a-z]+(-[a-z]+)*$", synonym));
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_value_is_worded_plainly(string id) => Assert.All(Words(Find(id)), AssertPlain);

    [Theory, MemberData(nameof(Ids))]
    public void A_prompt_never_asks_about_health(string id) =>
        Assert.All(Find(id).Prompts, prompt => Assert.DoesNotMatch(Health, prompt));

    [Theory, MemberData(nameof(Ids))]
    public void Only_the_three_for_check_ins_are_not_for_kudos(string id) =>
        Assert.Equal(!CheckInsOnly.Contains(id), Find(id).ForKudos);

    [Fact]
    public void A_typed_word_means_one_value_at_most()
    {
        // Typed with or without the hyphen, a word must lead to the same place.
        var typed = All.Values
            .SelectMany(value => value.Synonyms.Append(value.Name.Replace(' ', '-')))
            .Select(word => word.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant());
        AssertDistinct(typed);
    }

    [Fact]
    public void Glyphs_are_single_and_unique()
    {
        Assert.All(All.Values, value => Assert.Equal(1, new StringInfo(value.Glyph).LengthInTextElements));
        Assert.All(All.Values, value => Assert.DoesNotContain(value.Glyph, char.IsAsciiLetterOrDigit));
        AssertDistinct(All.Values.Select(value => value.Glyph.TrimEnd('\uFE0F')));
    }

    [Fact]
    public void Nothing_is_said_twice() => AssertDistinct(All.Values
        .SelectMany(value => Words(value).Skip(1))
        .Select(sentence => NotALetter.Replace(sentence, "").ToLowerInvariant()));

    [Fact]
    public void There_are_prompts_for_a_good_quarter_of_working_days() =>
        Assert.InRange(All.Values.Sum(value => value.Prompts.Length), 70, 200);

    static IEnumerable<string> Words(Value value) =>
        [value.Name, value.Meaning, .. value.Behaviours, .. value.Prompts, .. value.Starters];

    static void AssertPlain(string words)
    {
        Assert.DoesNotMatch(Cheer, words);
        Assert.DoesNotContain("!", words, StringComparison.Ordinal);
        Assert.DoesNotContain("  ", words, StringComparison.Ordinal);
        Assert.Equal(words.Trim(), words);
    }

    static void AssertDistinct(IEnumerable<string> words) =>
        Assert.Empty(words.GroupBy(word => word).Where(same => same.Skip(1).Any()).Select(same => same.Key));

    static string[] Sorted(IEnumerable<string> words) => [.. words.Order(StringComparer.Ordinal)];

    static Value Find(string id) => All.Values.First(value => value.Id == id);

    static T Read<T>(string file) =>
        JsonSerializer.Deserialize<T>(File.ReadAllBytes(Path.Combine(Folder(), file)), Strict)
        ?? throw new InvalidDataException($"{file} holds null");

    static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(
        Path.Combine(Path.GetDirectoryName(here)!, "../../bot/App/Features/Values/Packs"));

    [GeneratedRegex(@"\b(awesome|amazing|incredible|fantastic|rock-?stars?|super-?stars?|super|heroe?s?|ninja|journey|just|simply|obviously|delight(ed)?)\b", RegexOptions.IgnoreCase)]
    static partial Regex Cheer { get; }

    [GeneratedRegex(@"\b(health\w*|unwell|ill(ness)?|sick\w*|sleep\w*|slept|tired\w*|exhaust\w*|stress\w*|burn-?out|anxi\w*|depress\w*|panic\w*|pain\w*|headache\w*|doctor\w*|therap\w*|medic\w*|body|weight|mood)\b", RegexOptions.IgnoreCase)]
    static partial Regex Health { get; }

    [GeneratedRegex(@"[.?](?=\s|$)")]
    static partial Regex SentenceEnd { get; }

    [GeneratedRegex("[^a-zA-Z]")]
    static partial Regex NotALetter { get; }

    sealed record Catalogue(string Language, int Version, Value[] Values);

    sealed record Value(string Id, string Name, string Glyph, string Meaning, string[] Behaviours,
        string[] Synonyms, string[] Prompts, string[] Starters, bool ForKudos);

    sealed record Pack(string Id, string Name, string Language, int Version, string About, string[] Values);
}
