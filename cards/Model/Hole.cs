using System.Globalization;

namespace ServiceCulture.Cards;

/// <summary>What may stand in a hole of a <see cref="Text"/>: the only ways, beside the author's literals, to make form.</summary>
public abstract record Hole
{
    Hole() { }

    internal abstract Span For(Reader reader);

    internal sealed record Words(string Value) : Hole
    {
        internal override Span For(Reader reader) => new Span.Words(Value);
    }

    internal sealed record Number(int Value) : Hole
    {
        internal override Span For(Reader reader) => new Span.Words(Value.ToString("N0", reader.Culture));
    }

    internal sealed record Someone(Person Person) : Hole
    {
        internal override Span For(Reader reader) => new Span.Mention(Person.Name, Person.HandleFor(reader.Installation));
    }

    internal sealed record Nested(Text Text) : Hole
    {
        internal override Span For(Reader reader) => new Span.Words(Text.Plain(reader));
    }

    /// <summary>Emphasised words of the program's own.</summary>
    public sealed record Bold(Text Value) : Hole
    {
        /// <summary>Emphasised words that are not: a name, a number.</summary>
        public Bold(string words) : this(Text.Of(words)) { }

        internal override Span For(Reader reader) => new Span.Strong(Value.Plain(reader));
    }

    /// <summary>Something to type, as it is typed.</summary>
    public sealed record Typed(string Value) : Hole
    {
        internal override Span For(Reader reader) => new Span.Code(Value);
    }

    /// <summary>A link. Only absolute http and https addresses become one; anything else stays its label.</summary>
    public sealed record Link(Text Label, Uri Address) : Hole
    {
        /// <summary>With a label that is not the program's own: an address, a name.</summary>
        public Link(string label, Uri address) : this(Text.Of(label), address) { }

        internal override Span For(Reader reader)
        {
            var label = Label.Plain(reader);
            return Address is { IsAbsoluteUri: true, Scheme: "https" or "http" } ? new Span.Link(label, Address) : new Span.Words(label);
        }
    }

    /// <summary>A number of things, with the word in the right form: "1 person", "3 people".</summary>
    /// <param name="N">How many.</param>
    /// <param name="One">The word for one.</param>
    /// <param name="Many">The word for none or several. A language with more forms translates "N|One|Many" as a whole.</param>
    public sealed record Count(int N, string One, string Many) : Hole
    {
        internal override Span For(Reader reader)
        {
            var forms = reader.Translate($"{One}|{Many}").Split('|');
            return new Span.Words($"{N.ToString("N0", reader.Culture)} {forms[Math.Min(reader.PluralForm(N), forms.Length - 1)]}");
        }
    }

    /// <summary>A moment in the reader's own time zone.</summary>
    /// <param name="Utc">The moment, in UTC.</param>
    /// <param name="Style">How much of it to say.</param>
    public sealed record Moment(DateTime Utc, MomentStyle Style = MomentStyle.DateAndTime) : Hole
    {
        internal override Span For(Reader reader)
        {
            var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(Utc, DateTimeKind.Utc), reader.Zone);
            var format = Style switch { MomentStyle.Date => "d MMMM yyyy", MomentStyle.Time => "HH:mm", MomentStyle.ToTheSecond => "HH:mm:ss", _ => "d MMM yyyy, HH:mm" };
            return new Span.Words(local.ToString(reader.Translate(format), reader.Culture ?? CultureInfo.InvariantCulture));
        }
    }
}

/// <summary>How much of a moment is said.</summary>
public enum MomentStyle
{
    /// <summary>Day and time.</summary>
    DateAndTime,

    /// <summary>The day alone.</summary>
    Date,

    /// <summary>The time of day alone.</summary>
    Time,

    /// <summary>The time of day with its seconds: for what is over within minutes.</summary>
    ToTheSecond,
}
