namespace ServiceCulture.Cards.Escalations;

/// <summary>An answer that there is already, as its asker's card shows it.</summary>
/// <param name="Id">The note's, or the earlier question's.</param>
/// <param name="Days">How old it is.</param>
public sealed record KnownWords(string Id, string Question, string Answer, Person By, int Days, bool IsOutdated)
{
    const int MostAnswer = 700, MostRelated = 300, MostQuestion = 120, DaysOfWeeks = 14, DaysOfMonths = 60, DaysOfYears = 730;

    /// <summary>The press, with the question and this as the row.</summary>
    public const string HelpsId = "question.known";

    /// <summary>Begins a choice that stands for one of these.</summary>
    public const string Prefix = "known:";

    /// <summary>The row of the press, and back; null: it is none.</summary>
    public static string Row(string question, string known) => $"{question}/{known}";

    /// <inheritdoc cref="Row"/>
    public static (Guid Question, Guid Known)? Read(string row) =>
        row.Split('/') is [var question, var known] && Guid.TryParse(question, out var asked) && Guid.TryParse(known, out var found) ? (asked, found) : null;

    internal Choice Choice => new(Prefix + Id, $"This answers it: {Short(Question, MostQuestion)}", $"Nobody is asked then");

    internal IEnumerable<Field> Shown(int at) =>
        [new Field.Note($"known-{at}", $"{new Hole.Bold(Short(Question, MostQuestion))}"), new Field.Shown($"known-{at}-answer", Quote)];

    internal Block Quote => Quoted(MostAnswer);

    Block.Quote Quoted(int most) => new(Short(Answer, most), IsOutdated ? $"{By}, {Age}, marked as outdated" : (Text)$"{By}, {Age}");

    /// <summary>What an asker's card says of them; nothing where there are none.</summary>
    internal static IEnumerable<Block> Blocks(string question, IReadOnlyList<KnownWords> all)
    {
        if (all.Count == 0)
            yield break;
        yield return new Block.Heading($"Answered before");
        foreach (var one in all)
        {
            yield return new Block.Say($"{new Hole.Bold(Short(one.Question, MostQuestion))}");
            yield return one.Quote;
            yield return new Block.Row(new Button($"This answers it", new Ref(HelpsId, Row(question, one.Id))));
        }
        yield return new Block.Note(Check);
    }

    /// <summary>What the brief of whoever is asked says of them, shorter than its asker's card: they know the topic.</summary>
    internal static IEnumerable<Block> Related(IReadOnlyList<KnownWords> all)
    {
        if (all.Count == 0)
            yield break;
        yield return new Block.Heading($"Answers to questions like it");
        foreach (var one in all)
        {
            yield return new Block.Say($"{new Hole.Bold(Short(one.Question, MostQuestion))}");
            yield return one.Quoted(MostRelated);
        }
    }

    internal static Text Check => $"Check that the case is the same: an answer may have aged.";

    Text Age => Days switch
    {
        0 => $"today",
        1 => $"yesterday",
        < DaysOfWeeks => $"{new Hole.Count(Days, "day", "days")} ago",
        < DaysOfMonths => $"{new Hole.Count(Days / 7, "week", "weeks")} ago",
        < DaysOfYears => $"{new Hole.Count(Days / 30, "month", "months")} ago",
        _ => (Text)$"{new Hole.Count(Days / 365, "year", "years")} ago",
    };

    static string Short(string words, int most) => words.Length > most ? $"{words[..(most - 1)].TrimEnd()}…" : words;
}
