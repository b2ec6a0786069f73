namespace ServiceCulture.Cards;

/// <summary>A form: a modal on Slack, a card with inputs or a dialog in Teams, in place on the local page.</summary>
/// <param name="About">The route that takes it, the row it is about and that row's version.</param>
/// <param name="Title">At most 24 characters are shown.</param>
/// <param name="Submit">The button's label, at most 24 characters.</param>
/// <param name="Fields">From top to bottom.</param>
public sealed record Form(Ref About, Text Title, Text Submit, params IReadOnlyList<Field> Fields)
{
    /// <summary>True: opens only as a modal or dialog, and its words never enter a chat message, the outbox or a log.</summary>
    public bool Private { get; init; }

    /// <summary>Why the form came back, by field id. Everything typed is kept in the fields.</summary>
    public IReadOnlyDictionary<string, Text> Faults { get; init; } = new Dictionary<string, Text>();

    /// <summary>The press that opens the form anew, for a channel that can't open it where it was asked for.</summary>
    public Ref? Reopens { get; init; }

    /// <summary>The card that stands there then, with such a button on it; null: a plain one. Others may read it: it shows nothing that was typed.</summary>
    public Card? Entrance { get; init; }

    /// <summary>What stands in the fields as it opens.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Standing =>
        Fields.Where(one => one.Standing.Count > 0).ToDictionary(one => one.Id, one => one.Standing);

    /// <summary>The same form holding what someone filled in.</summary>
    public Form Filled(Answers answers) => this with { Fields = [.. Fields.Select(field => field.Filled(answers))] };

    /// <summary>The same form with the reasons why it was refused.</summary>
    public Form Refused(IReadOnlyDictionary<string, Text> faults) => this with { Faults = faults };
}

/// <summary>A field of a form. Closed.</summary>
/// <param name="Id">By which its answer is read.</param>
/// <param name="Label">What is asked.</param>
public abstract record Field(string Id, Text Label)
{
    /// <summary>A line under the field, where the label alone leaves a question.</summary>
    public Text? Hint { get; init; }

    /// <summary>True where it may stay empty.</summary>
    public bool Optional { get; init; }

    internal abstract Field Filled(Answers answers);

    internal virtual IReadOnlyList<string> Standing => [];

    static IReadOnlyList<string> One(string value) => value.Length == 0 ? [] : [value];

    /// <summary>Words.</summary>
    /// <param name="Max">Most characters (UTF-16), 1 to 3,000.</param>
    /// <param name="Lines">True: several lines.</param>
    public sealed record Line(string Id, Text Label, int Max, bool Lines = false) : Field(Id, Label)
    {
        /// <summary>Fewest characters, told to the client where it can check.</summary>
        public int Min { get; init; }

        /// <summary>What stands in it when it opens.</summary>
        public string Initial { get; init; } = "";

        /// <summary>A grey example.</summary>
        public Text? Example { get; init; }

        internal override Field Filled(Answers answers) => this with { Initial = answers[Id] };

        internal override IReadOnlyList<string> Standing => One(Initial);
    }

    /// <summary>One of a few. At most 10 are drawn as radio buttons, else a list.</summary>
    public sealed record Pick(string Id, Text Label, params IReadOnlyList<Choice> Choices) : Field(Id, Label)
    {
        /// <summary>The value picked when it opens; empty: none.</summary>
        public string Initial { get; init; } = "";

        internal override Field Filled(Answers answers) => this with { Initial = answers[Id] };

        internal override IReadOnlyList<string> Standing => One(Initial);
    }

    /// <summary>Several of a list of at most 100.</summary>
    /// <param name="Max">How many may be picked.</param>
    public sealed record PickMany(string Id, Text Label, int Max, params IReadOnlyList<Choice> Choices) : Field(Id, Label)
    {
        /// <summary>The values picked when it opens.</summary>
        public IReadOnlyList<string> Initial { get; init; } = [];

        internal override Field Filled(Answers answers) => this with { Initial = answers.All(Id) };

        internal override IReadOnlyList<string> Standing => Initial;
    }

    /// <summary>People out of our members, found by typing. A choice's value is the member's id.</summary>
    /// <param name="Max">How many may be picked.</param>
    public sealed record People(string Id, Text Label, int Max) : Field(Id, Label)
    {
        /// <summary>Those picked when it opens, and those offered before anything is typed (teammates); at most 25 of the latter.</summary>
        public IReadOnlyList<Choice> Nearby { get; init; } = [];

        /// <summary>The member ids picked when it opens; each also stands among <see cref="Nearby"/>.</summary>
        public IReadOnlyList<string> Initial { get; init; } = [];

        internal override Field Filled(Answers answers) => this with { Initial = answers.All(Id) };

        internal override IReadOnlyList<string> Standing => Initial;
    }

    /// <summary>A tick. Its answer is "yes" or nothing.</summary>
    /// <param name="Says">What one ticks.</param>
    public sealed record Tick(string Id, Text Label, Text Says) : Field(Id, Label)
    {
        /// <summary>Ticked when it opens.</summary>
        public bool Initial { get; init; }

        internal override Field Filled(Answers answers) => this with { Initial = answers[Id] == "yes" };

        internal override IReadOnlyList<string> Standing => Initial ? ["yes"] : [];
    }

    /// <summary>A day. Its answer is written yyyy-MM-dd.</summary>
    public sealed record Day(string Id, Text Label) : Field(Id, Label)
    {
        /// <summary>The day that stands in it when it opens, yyyy-MM-dd; empty: none.</summary>
        public string Initial { get; init; } = "";

        internal override Field Filled(Answers answers) => this with { Initial = answers[Id] };

        internal override IReadOnlyList<string> Standing => One(Initial);
    }

    /// <summary>A time of day. Its answer is written HH:mm, 00:00 to 23:59.</summary>
    public sealed record Time(string Id, Text Label) : Field(Id, Label)
    {
        /// <summary>The time that stands in it when it opens, HH:mm; empty: none.</summary>
        public string Initial { get; init; } = "";

        internal override Field Filled(Answers answers) => this with { Initial = answers[Id] };

        internal override IReadOnlyList<string> Standing => One(Initial);
    }

    /// <summary>A block of a card between the fields; nothing to fill in. Bars are drawn as a table: a modal takes no chart.</summary>
    /// <param name="Id">Only to tell it from the form's other parts.</param>
    /// <param name="Block">Any block but buttons.</param>
    public sealed record Shown(string Id, Block Block) : Field(Id, $"")
    {
        internal override Field Filled(Answers answers) => this;
    }

    /// <summary>Words between the fields; nothing to fill in.</summary>
    public sealed record Note(string Id, Text Label) : Field(Id, Label)
    {
        internal override Field Filled(Answers answers) => this;
    }
}

/// <summary>Something that can be picked.</summary>
/// <param name="Value">What the answer holds; at most 150 characters.</param>
/// <param name="Label">What people read; at most 75 characters are shown.</param>
/// <param name="Describes">A second line, at most 75 characters are shown.</param>
public sealed record Choice(string Value, Text Label, Text? Describes = null);

/// <summary>What someone filled in, by field id. Everything in it has been in a client: check it.</summary>
public sealed class Answers(IReadOnlyDictionary<string, IReadOnlyList<string>> values)
{
    /// <summary>Nothing filled in.</summary>
    public static readonly Answers None = new(new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>The field's words without white space around them; empty where there are none.</summary>
    public string this[string field] => values.TryGetValue(field, out var all) && all.Count > 0 ? all[0].Trim() : "";

    /// <summary>All that was picked in the field, without repetition.</summary>
    public IReadOnlyList<string> All(string field) =>
        values.TryGetValue(field, out var all) ? [.. all.Where(value => value.Length > 0).Distinct(StringComparer.Ordinal)] : [];
}

/// <summary>The record that a form fills; in one type with the form, so that field ids and their reading can't drift apart.</summary>
public interface IForm<TSelf> where TSelf : IForm<TSelf>
{
    /// <summary>The route: <c>feature.verb</c>, never changed once shipped.</summary>
    static abstract string Id { get; }

    /// <summary>Reads what was filled in; whether it may be so is the handler's business.</summary>
    static abstract TSelf Read(Answers answers);
}
