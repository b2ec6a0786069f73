using ServiceCulture.Bot.Features.Escalations.Notes;

namespace ServiceCulture.Tests.Escalations.Notes;

/// <summary>What looks like a customer's, or names a colleague, is found before a note is saved; what is plainly harmless is not.</summary>
public sealed class CustomerTracesTests
{
    static readonly NamesOfMembers Names = new(["mira solano", "will may", "anna lena koch", "bo"]);

    [Theory]
    [InlineData("write to eva.keller+x@post.example today", TraceKind.Email, "eva.keller+x@post.example")]
    [InlineData("call +49 (0)30 1234-567 back", TraceKind.Phone, "+49 (0)30 1234-567")]
    [InlineData("call 0800/123 4567.", TraceKind.Phone, "0800/123 4567")]
    [InlineData("from DE89 3704 0044 0532 0130 00 it came", TraceKind.Iban, "DE89 3704 0044 0532 0130 00")]
    [InlineData("from de89370400440532013000 it came", TraceKind.Iban, "de89370400440532013000")]
    [InlineData("GB29 NWBK 6016 1331 9268 19", TraceKind.Iban, "GB29 NWBK 6016 1331 9268 19")]
    [InlineData("paid with 4111 1111 1111 1111", TraceKind.Card, "4111 1111 1111 1111")]
    [InlineData("as in case 482 we refund", TraceKind.Reference, "482")]
    [InlineData("Order no. 1234 was late", TraceKind.Reference, "1234")]
    [InlineData("see #4821", TraceKind.Reference, "4821")]
    [InlineData("the parcel AB-12345 is lost", TraceKind.Reference, "AB-12345")]
    [InlineData("invoice INV-2024-17 is wrong", TraceKind.Reference, "INV-2024-17")]
    [InlineData("it says 48213 on it", TraceKind.Number, "48213")]
    [InlineData("ask mira solano", TraceKind.Name, "mira solano")]
    [InlineData("as Mira said", TraceKind.Name, "Mira")]
    [InlineData("ask Anna-Lena Koch or nobody", TraceKind.Name, "Anna-Lena Koch")]
    [InlineData("then Will decides", TraceKind.Name, "Will")]
    public void It_is_found(string text, TraceKind kind, string words) =>
        Assert.Equal((kind, words), CustomerTraces.Find(text, Names).Select(one => (one.Kind, one.Words)).Single());

    [Theory]
    [InlineData("May I refund a chargeback that is older than 90 days?")]
    [InlineData("Will it take 24/7 support, 5 days or 1200 minutes?")]
    [InlineData("Up to €12,500.00, 1 250 000 € or 10.000,50 EUR, 100 % or 1200EUR")]
    [InlineData("Since 27.11.2026, or 2026-11-27, or the season 2025/2026")]
    [InlineData("B2B, COVID19, mp3 and section 4.2.1 of the terms, page 120")]
    [InlineData("a mirage, a bo tie and a solano")]
    public void It_is_harmless(string text) => Assert.Empty(CustomerTraces.Find(text, Names));

    [Fact]
    public void What_the_asker_gave_as_the_customers_is_found_wherever_it_stands() =>
        Assert.Equal(["Keller", "77a", "Keller"], CustomerTraces.Find("Mrs Keller (77a) is angry; the keller? keep Keller's case open", null, "Case 77a, Mrs Keller").Select(one => one.Words).Where(one => one != "keller"));

    [Fact]
    public void The_same_words_have_the_same_key_and_the_key_says_nothing_of_them()
    {
        var keys = CustomerTraces.Find("case AB-12345 and ab-12345 and AB-12346").Select(one => one.Key).ToList();
        Assert.Equal(keys[0], keys[1]);
        Assert.NotEqual(keys[0], keys[2]);
        Assert.DoesNotContain("12345", keys[0], StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_that_nobody_approved_is_shown_without_numbers() =>
        Assert.Equal("Write to […] about […]; 90 days hold.", CustomerTraces.Masked("Write to eva@post.example about AB-12345; 90 days hold."));

    [Fact]
    public void Very_long_words_take_no_long_time()
    {
        var started = System.Diagnostics.Stopwatch.StartNew();
        foreach (var text in new[] { new string('1', 3000), string.Concat(Enumerable.Repeat("1 ", 1500)), string.Concat(Enumerable.Repeat("A1-", 1000)), string.Concat(Enumerable.Repeat("DE12 ABCD ", 300)), new string('a', 3000), string.Concat(Enumerable.Repeat("a@", 1500)) })
            CustomerTraces.Find(text, Names);
        Assert.True(started.Elapsed < TimeSpan.FromSeconds(5), $"{started.Elapsed}");
    }
}
