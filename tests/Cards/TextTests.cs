using System.Globalization;
using ServiceCulture.Cards;

namespace ServiceCulture.Tests.Cards;

public sealed class TextTests
{
    static readonly DateTime Noon = new(2026, 7, 1, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Holes_are_numbered_in_the_order_in_which_they_were_written()
    {
        Text text = $"{"Maya"} thanks {"Ilse"} for {3} things.";
        Assert.Equal("{0} thanks {1} for {2} things.", text.Format);
        Assert.Equal("Maya thanks Ilse for 3 things.", text.Plain(Reader.Plain));
    }

    [Fact]
    public void A_translation_may_put_the_holes_in_another_order_or_say_one_twice()
    {
        var reader = Reader.Plain with { Translate = format => format == "{0} thanks {1}." ? "{1} wird von {0} gedankt, {1}!" : format };
        Text text = $"{"Maya"} thanks {"Ilse"}.";
        Assert.Equal("Ilse wird von Maya gedankt, Ilse!", text.Plain(reader));
    }

    [Theory]
    [InlineData("{2} only")]
    [InlineData("{0} {x}")]
    [InlineData("{0} {")]
    [InlineData("{0} }")]
    [InlineData("{-1}")]
    public void A_translation_with_a_hole_that_is_not_there_is_refused(string translation)
    {
        Text text = $"{"Maya"} thanks {"Ilse"}.";
        Assert.Throws<FormatException>(() => text.Plain(Reader.Plain with { Translate = _ => translation }));
    }

    [Fact]
    public void Braces_stay_braces_in_literals_and_in_holes()
    {
        Text text = $"{{like this}} and {"{0} {like} }that{"}";
        Assert.Equal("{like this} and {0} {like} }that{", text.Plain(Reader.Plain));
    }

    [Fact]
    public void Words_of_people_are_never_looked_up_as_a_format()
    {
        var reader = Reader.Plain with { Translate = format => format == "Hello" ? throw new InvalidOperationException("looked up") : format };
        Assert.Equal("Hello", Text.Of("Hello").Plain(reader));
    }

    [Theory]
    [InlineData(0, "0 people")]
    [InlineData(1, "1 person")]
    [InlineData(2, "2 people")]
    [InlineData(1234, "1,234 people")]
    public void Counts_choose_the_word_and_write_the_number(int n, string expected)
    {
        Text text = $"{new Hole.Count(n, "person", "people")}";
        Assert.Equal(expected, text.Plain(Reader.Plain));
    }

    [Theory]
    [InlineData(1, "1 osoba")]
    [InlineData(3, "3 osoby")]
    [InlineData(5, "5 osób")]
    public void A_language_with_three_forms_gets_its_third(int n, string expected)
    {
        var polish = Reader.Plain with
        {
            Translate = format => format == "person|people" ? "osoba|osoby|osób" : format,
            PluralForm = count => count == 1 ? 0 : count is > 1 and < 5 ? 1 : 2,
        };
        Text text = $"{new Hole.Count(n, "person", "people")}";
        Assert.Equal(expected, text.Plain(polish));
    }

    [Fact]
    public void Numbers_are_written_the_readers_way()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberGroupSeparator = ".";
        Text text = $"{1234567}";
        Assert.Equal("1.234.567", text.Plain(Reader.Plain with { Culture = culture }));
    }

    [Theory]
    [InlineData("UTC", "1 Jul 2026, 12:00")]
    [InlineData("Europe/Berlin", "1 Jul 2026, 14:00")]
    [InlineData("America/New_York", "1 Jul 2026, 08:00")]
    [InlineData("Asia/Kolkata", "1 Jul 2026, 17:30")]
    [InlineData("Pacific/Kiritimati", "2 Jul 2026, 02:00")]
    public void A_moment_is_told_in_the_readers_zone(string zone, string expected)
    {
        Text text = $"{new Hole.Moment(Noon)}";
        Assert.Equal(expected, text.Plain(In(zone)));
    }

    [Theory]
    [InlineData("2026-03-29T00:59:59", "01:59")]
    [InlineData("2026-03-29T01:00:00", "03:00")]
    [InlineData("2026-10-25T00:59:59", "02:59")]
    [InlineData("2026-10-25T01:00:00", "02:00")]
    public void A_moment_follows_the_zone_into_and_out_of_summer_time(string utc, string expected)
    {
        Text text = $"{new Hole.Moment(DateTime.Parse(utc, CultureInfo.InvariantCulture), MomentStyle.Time)}";
        Assert.Equal(expected, text.Plain(In("Europe/Berlin")));
    }

    [Fact]
    public void A_date_may_be_written_in_a_translated_order()
    {
        var reader = Reader.Plain with { Translate = format => format == "d MMMM yyyy" ? "yyyy-MM-dd" : format };
        Text text = $"{new Hole.Moment(Noon, MomentStyle.Date)}";
        Assert.Equal("2026-07-01", text.Plain(reader));
        Assert.Equal("1 July 2026", text.Plain(Reader.Plain));
    }

    [Fact]
    public void A_text_in_a_text_keeps_its_form_and_is_translated_by_itself()
    {
        var reader = Reader.Plain with { Translate = format => format == "very {0}" ? "sehr {0}" : format };
        Text inner = $"very {new Hole.Bold("kind")}";
        Text outer = $"That was {inner}.";
        Assert.Equal([new Span.Words("That was "), new Span.Words("sehr "), new Span.Strong("kind"), new Span.Words(".")], outer.For(reader));
    }

    [Fact]
    public void A_person_is_a_mention_only_where_the_readers_installation_knows_them()
    {
        Text text = $"{Samples.Maya()}";
        Assert.Equal([new Span.Mention("Maya Okafor", "U0MAYA")], text.For(Samples.OnPlatform));
        Assert.Equal([new Span.Mention("Maya Okafor", null)], text.For(Reader.Plain));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/relative")]
    public void Only_web_addresses_become_links(string address)
    {
        Text text = $"{new Hole.Link("here", new Uri(address, UriKind.RelativeOrAbsolute))}";
        Assert.Equal([new Span.Words("here")], text.For(Reader.Plain));
    }

    [Fact]
    public void Empty_is_a_text_without_words()
    {
        Text literal = $"", hole = $"{""}", words = $"a";
        Assert.True(literal.IsEmpty);
        Assert.True(hole.IsEmpty);
        Assert.False(words.IsEmpty);
    }

    static Reader In(string zone) => Reader.Plain with { Zone = TimeZoneInfo.FindSystemTimeZoneById(zone) };
}
