namespace ServiceCulture.Cards.CheckIns;

/// <summary>One's own last 30 days, in private: steps, thoughts that keep coming back, and each thought to look at.</summary>
/// <param name="Search">Words to look for.</param>
/// <param name="Thought">The thought to open; empty where none was picked.</param>
public sealed record MyDay(string Search, string Thought) : IForm<MyDay>
{
    /// <summary>The press that opens it, and the field ids.</summary>
    public const string OpenId = "myday.open", SearchField = "search", ThoughtField = "thought";

    /// <summary>The days it looks back; the thoughts it lists; most characters to search for.</summary>
    public const int Days = 30, MostListed = 40, MostSearch = 100;

    /// <inheritdoc/>
    public static string Id => "myday.show";

    /// <inheritdoc/>
    public static MyDay Read(Answers answers) => new(answers[SearchField], answers[ThoughtField]);

    /// <summary>The form.</summary>
    /// <param name="search">What was searched for; empty: everything is shown.</param>
    public static Form Form(MyDayWords day, string search = "") => new(new Ref(Id), $"My days", $"Show",
    [
        .. day.Steps.Count == 0
            ? new Field[] { new Field.Note("no-steps", $"No check-ins in the last {new Hole.Count(Days, "day", "days")} yet. {new Hole.Typed("checkin")} takes one press.") }
            : [new Field.Shown("steps", Steps(day.Steps)), new Field.Note("scale", $"5 is very steady, 1 is knocked off balance.")],
        .. day.Returning.SelectMany((one, at) => Returning(one, at)),
        .. day.Thoughts.Count == 0
            ? new Field[] { new Field.Note("no-thoughts", search.Length == 0 ? (Text)$"No thoughts kept in these days." : $"No thought of these days has “{search}” in it.") }
            : [new Field.Pick(ThoughtField, $"Look at one, change or delete it", [.. day.Thoughts.Take(MostListed).Select(one => new Choice(one.Id, $"{new Hole.Moment(one.At, MomentStyle.Date)}: {one.Words}"))]) { Optional = true }],
        new Field.Line(SearchField, $"Search your thoughts", MostSearch) { Optional = true, Initial = search },
        new Field.Note("sees", $"Only you can see this."),
    ])
    { Private = true, Reopens = new Ref(OpenId) };

    static Block.Bars Steps(IReadOnlyList<(DateTime At, int Step)> steps) => new($"How steady, day by day",
        [.. steps.Select(one => (Text)$"{new Hole.Moment(one.At, MomentStyle.Date)}")], new Series($"Step", [.. steps.Select(one => one.Step)]))
    { Top = CheckInCard.Highest };

    static IEnumerable<Field> Returning(ReturningThought one, int at) =>
    [
        new Field.Shown($"back-{at}", new Block.Quote(one.Words, $"came back {new Hole.Count(one.Times, "time", "times")}")),
        .. one.Helped.Select((swap, n) => new Field.Note($"back-{at}-{n}", $"What helped: {swap}")),
    ];
}

/// <summary>What there is to show.</summary>
/// <param name="Steps">Oldest first, at most 20.</param>
/// <param name="Thoughts">Newest first.</param>
public sealed record MyDayWords(IReadOnlyList<(DateTime At, int Step)> Steps, IReadOnlyList<ReturningThought> Returning, IReadOnlyList<(string Id, DateTime At, string Words)> Thoughts);

/// <summary>A thought that keeps coming back, and the swaps that helped against it.</summary>
public sealed record ReturningThought(string Words, int Times, IReadOnlyList<string> Helped);
