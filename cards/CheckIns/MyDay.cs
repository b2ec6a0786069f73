using ServiceCulture.Cards.Programmes;

namespace ServiceCulture.Cards.CheckIns;

/// <summary>One's own last 30 days, in private: steps, thoughts that keep coming back, and each thought to look at. A search goes further back.</summary>
/// <param name="Search">Words to look for.</param>
/// <param name="Thought">The thought to open; empty where none was picked.</param>
public sealed record MyDay(string Search, string Thought) : IForm<MyDay>
{
    /// <summary>The press that opens it, and the field ids.</summary>
    public const string OpenId = "myday.open", SearchField = "search", ThoughtField = "thought";

    /// <summary>The days it looks back where nothing is searched for; the thoughts it lists; most characters to search for.</summary>
    public const int Days = 30, MostListed = 40, MostSearch = 100;

    const int MostInPicture = 16;

    /// <inheritdoc/>
    public static string Id => "myday.show";

    /// <inheritdoc/>
    public static MyDay Read(Answers answers) => new(answers[SearchField], answers[ThoughtField]);

    /// <summary>The form.</summary>
    /// <param name="keptDays">So many days it is kept at most, by the policy in force.</param>
    /// <param name="search">What was searched for; empty: the thoughts of these days are shown.</param>
    public static Form Form(MyDayWords day, int keptDays, string search = "") => new(new Ref(Id), $"My days", $"Show",
    [
        .. day.Steps.Count == 0
            ? new Field[] { new Field.Note("no-steps", $"No check-ins in the last {new Hole.Count(Days, "day", "days")} yet. {new Hole.Typed("checkin")} takes one press.") }
            : [.. Steps(day.Steps), new Field.Note("scale", $"5 is very steady, 1 is knocked off balance.")],
        .. day.Returning.SelectMany((one, at) => Returning(one, at)),
        .. day.Thoughts.Count == 0
            ? new Field[] { new Field.Note("no-thoughts", search.Length == 0 ? (Text)$"No thoughts kept in these days." : $"No thought was found with “{search}” in it.") }
            : [new Field.Pick(ThoughtField, $"Look at one, change or delete it", [.. day.Thoughts.Take(MostListed).Select(one => new Choice(one.Id, $"{new Hole.Moment(one.At, MomentStyle.Date)}: {one.Words}"))]) { Optional = true }],
        .. day.Thoughts.Count > MostListed ? [new Field.Note("more", search.Length == 0 ? (Text)$"The latest {MostListed} stand here; a search finds the others too." : $"The latest {MostListed} stand here; more words find fewer.")] : Array.Empty<Field>(),
        new Field.Line(SearchField, $"Search your thoughts", MostSearch) { Optional = true, Initial = search, Hint = $"Also finds those older than {new Hole.Count(Days, "day", "days")}, as long as they are kept." },
        SortThought.Sees(keptDays),
    ])
    { Private = true, Reopens = new Ref(OpenId) };

    // A picture holds so many days and no more: the month is drawn in two.
    static IEnumerable<Field> Steps(IReadOnlyList<(DateOnly Day, int Step)> steps)
    {
        var earlier = Math.Max(0, steps.Count - MostInPicture);
        if (earlier > 0)
            yield return new Field.Shown("steps-earlier", Bars($"How steady, the days before", steps.Take(earlier)));
        yield return new Field.Shown("steps", Bars($"How steady, day by day", steps.Skip(earlier)));
    }

    static Block.Bars Bars(Text title, IEnumerable<(DateOnly Day, int Step)> steps) => new(title,
        [.. steps.Select(one => Text.Of(PauseAsking.Long(one.Day)))], new Series($"Step", [.. steps.Select(one => one.Step)]))
    { Top = CheckInCard.Highest };

    static IEnumerable<Field> Returning(ReturningThought one, int at) =>
    [
        new Field.Shown($"back-{at}", new Block.Quote(one.Words, $"came back {new Hole.Count(one.Times, "time", "times")}")),
        .. one.Helped.Select((swap, n) => new Field.Note($"back-{at}-{n}", $"What helped: {swap}")),
        .. one.Tried.Select((swap, n) => new Field.Note($"back-{at}-tried-{n}", $"Your other thought: {swap}")),
    ];
}

/// <summary>What there is to show.</summary>
/// <param name="Steps">Oldest first, one a day; a night shift is of the day on which it begins.</param>
/// <param name="Thoughts">Newest first.</param>
public sealed record MyDayWords(IReadOnlyList<(DateOnly Day, int Step)> Steps, IReadOnlyList<ReturningThought> Returning, IReadOnlyList<(string Id, DateTime At, string Words)> Thoughts);

/// <summary>A thought that keeps coming back.</summary>
/// <param name="Helped">The swaps of which its author said that they helped, the best first.</param>
/// <param name="Tried">Those of which they have not said anything yet.</param>
public sealed record ReturningThought(string Words, int Times, IReadOnlyList<string> Helped, IReadOnlyList<string> Tried);
