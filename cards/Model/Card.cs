namespace ServiceCulture.Cards;

/// <summary>What the bot says, before any channel has had a say in how it looks.</summary>
/// <param name="Title">One line; also the beginning of the notification. At most 150 characters are shown.</param>
/// <param name="Body">From top to bottom.</param>
public sealed record Card(Text Title, params IReadOnlyList<Block> Body)
{
    /// <summary>At most five; the first primary one stands out.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];

    /// <summary>What a notification and a screen reader's announcement say; the title and the first words where empty.</summary>
    public Text? Summary { get; init; }
}

/// <summary>A part of a card. Closed; it grows when two cards want a thing.</summary>
public abstract record Block
{
    Block() { }

    /// <summary>A paragraph.</summary>
    public sealed record Say(Text Text) : Block;

    /// <summary>Somebody's own words, set apart.</summary>
    /// <param name="Words">As typed; line breaks are kept.</param>
    /// <param name="By">Whose they are, where that isn't plain.</param>
    public sealed record Quote(string Words, Text? By = null) : Block;

    /// <summary>A heading inside a card.</summary>
    public sealed record Heading(Text Text) : Block;

    /// <summary>A side remark in small type.</summary>
    public sealed record Note(Text Text) : Block;

    /// <summary>A list with bullets.</summary>
    public sealed record Points(params IReadOnlyList<Text> Items) : Block;

    /// <summary>Labels with their values.</summary>
    public sealed record Facts(params IReadOnlyList<Fact> Rows) : Block;

    /// <summary>A thin line between two parts.</summary>
    public sealed record Divider : Block;

    /// <summary>Buttons inside the card, at most six, in their order: the steps of a scale, or what belongs to the words above them.</summary>
    /// <param name="Of">A verb first, or a step's name; at most 75 characters of each are shown.</param>
    public sealed record Row(params IReadOnlyList<Button> Of) : Block;

    /// <summary>A line to write in, with the button that sends it. Teams draws it in the card itself, as its personal chats have no threads; elsewhere, and in Teams where others would see it, the button opens the form.</summary>
    /// <param name="Here">The form as it stands in the card: its fields may stay empty, so that they hold up no other button.</param>
    /// <param name="Opens">The button in its place.</param>
    public sealed record Write(Form Here, Button Opens) : Block;

    /// <summary>Bars: one group a category, one bar a series. At most 20 categories and 6 series are drawn.</summary>
    /// <param name="Title">What is counted, and over which time.</param>
    /// <param name="Categories">Along the axis.</param>
    /// <param name="Series">Each with one value a category.</param>
    public sealed record Bars(Text Title, IReadOnlyList<Text> Categories, params IReadOnlyList<Series> Series) : Block
    {
        /// <summary>What a whole bar stands for, where the scale has an end of its own; 0: the highest value there is. A platform's own chart picks its scale itself.</summary>
        public int Top { get; init; }
    }
}

/// <summary>A label and its value.</summary>
public sealed record Fact(Text Label, Text Value);

/// <summary>A named row of whole numbers, 0 or more, one a category.</summary>
public sealed record Series(Text Name, IReadOnlyList<int> Values);

/// <summary>A button.</summary>
/// <param name="Label">What pressing it does, a verb first; at most 75 characters are shown.</param>
/// <param name="Does">The route that answers it, the row and its version.</param>
public sealed record Button(Text Label, Ref Does)
{
    /// <summary>How it stands out.</summary>
    public ButtonStyle Style { get; init; }

    /// <summary>Whether pressing it opens a form, and of which kind: Teams must know when the card is drawn.</summary>
    public Opens Opens { get; init; }
}

/// <summary>How a button stands out.</summary>
public enum ButtonStyle
{
    /// <summary>Like any other.</summary>
    Plain,

    /// <summary>The one that most people want.</summary>
    Primary,

    /// <summary>It takes something away.</summary>
    Danger,
}

/// <summary>What a button opens.</summary>
public enum Opens
{
    /// <summary>Nothing: the card changes, or a word comes back.</summary>
    Nothing,

    /// <summary>An ordinary form.</summary>
    Form,

    /// <summary>A private form: always a modal or dialog.</summary>
    PrivateForm,
}
