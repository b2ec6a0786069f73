using System.Text;
using ServiceCulture.Bot.Features.Crisis;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Crisis;

/// <summary>
/// What the lists and the weights find in sentences that they were written and learnt from. How well they do on others is
/// measured apart, with sentences that are not here: see docs/word-lists.md.
/// </summary>
public sealed class CrisisWordsTests
{
    [Theory]
    [InlineData("I want to kill myself", CrisisKind.Explicit)]
    [InlineData("I WANT TO DIE", CrisisKind.Explicit)]
    [InlineData("i dont want to be alive anymore", CrisisKind.Explicit)]
    [InlineData("I don’t want to live any more", CrisisKind.Explicit)]
    [InlineData("honestly gonna kms after this shift", CrisisKind.Explicit)]
    [InlineData("having sucidal thoughts", CrisisKind.Explicit)]
    [InlineData("I wnat to killmyself", CrisisKind.Explicit)]
    [InlineData("thinking of s*icide", CrisisKind.Explicit)]
    [InlineData("everyone would be better off without me", CrisisKind.Veiled)]
    [InlineData("I wish I could go to sleep and never wake up", CrisisKind.Veiled)]
    [InlineData("is there a hotline I can call", CrisisKind.Seeking)]
    [InlineData("I nearly killed myself at the weekend", CrisisKind.Explicit)]
    [InlineData("I burn myself with the iron on purpose", CrisisKind.Explicit)]
    [InlineData("active suicidal ideation, with a plan", CrisisKind.Explicit)]
    [InlineData("my friend says she wants to kill herself", CrisisKind.AboutSomeoneElse)]
    [InlineData("my brother is suicidal", CrisisKind.AboutSomeoneElse)]
    public void A_cry_for_help_is_seen(string words, CrisisKind kind) => Assert.Equal(kind, CrisisWords.Read(words));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("🙂🙂")]
    [InlineData("this deadline is killing me")]
    [InlineData("I could kill for a coffee")]
    [InlineData("I'm dying to see the new office")]
    [InlineData("I nearly died laughing")]
    [InlineData("kill the process and restart")]
    [InlineData("the suicide prevention training is on Tuesday")]
    [InlineData("my battery is dead")]
    [InlineData("her husband passed away and she wants to close the account")]
    [InlineData("overdosed on coffee this morning")]
    [InlineData("I cut myself on the envelope")]
    [InlineData("nearly killed myself tripping over the router cable")]
    [InlineData("banging my head against a wall with this supplier")]
    public void A_turn_of_speech_is_not(string words) => Assert.Null(CrisisWords.Read(words));

    [Fact]
    public void A_turn_of_speech_hides_no_cry_beside_it() =>
        Assert.Equal(CrisisKind.Explicit, CrisisWords.Read("This deadline is killing me. I want to die."));

    [Fact]
    public void One_s_own_cry_is_heard_beside_another_s() =>
        Assert.Equal(CrisisKind.Explicit, CrisisWords.Read("My brother died by suicide last year. Now I want to die too."));

    // All of these were learnt from: a floor that no later change may fall through, and no promise about words that nobody has seen.
    [Theory]
    [InlineData("first", 0.99, 0.99, 0.001)]
    [InlineData("others", 0.99, 0.95, 0.001)]
    [InlineData("ours", 0.99, 0.95, 0.013)]
    [InlineData("more", 0.99, 0.88, 0.006)]
    [InlineData("further", 0.99, 0.82, 0.005)]
    [InlineData("longer", 0, 0.83, 0.001)]
    [InlineData("slips", 0.99, 0.94, 0)]
    [InlineData("turns", 0, 0, 0.005)]
    [InlineData("cries", 0.99, 0.92, 0)]
    [InlineData("strangers", 0.99, 0.95, 0.002)]
    [InlineData("wider", 0.99, 0.88, 0.011)]
    [InlineData("sealed", 0.99, 0.98, 0.005)]
    [InlineData("pairs", 0.99, 0.94, 0.029)]
    [InlineData("unread", 0.99, 0.98, 0.004)]
    [InlineData("shifts", 0.99, 0.91, 0.012)]
    [InlineData("outside", 0.99, 0.98, 0.003)]
    [InlineData("blunt", 0.99, 0.72, 0.034)]
    [InlineData("outright", 0.98, 0, 0)]
    [InlineData("plainly", 0.99, 0, 0)]
    [InlineData("roundabout", 0, 0.88, 0)]
    [InlineData("asking", 0, 0, 0)]
    [InlineData("idioms", 0, 0, 0.01)]
    [InlineData("workday", 0, 0, 0.003)]
    [InlineData("distant", 0.98, 0.91, 0.004)]
    [InlineData("unseen", 0.99, 0.95, 0.002)]
    [InlineData("openly", 0.97, 0, 0)]
    [InlineData("between-lines", 0, 0.87, 0)]
    [InlineData("counter", 0, 0, 0.003)]
    [InlineData("late", 0.99, 0.96, 0.002)]
    [InlineData("uncommon", 0.99, 0.93, 0)]
    [InlineData("dramatic", 0, 0, 0.006)]
    public void Of_our_own_sentences_nearly_all_are_judged_rightly(string file, double @explicit, double veiled, double falseAlarms)
    {
        var found = Phrases(file).Select(one => (one.Kind, IsFound: CrisisWords.Read(one.Text) is not null)).ToList();
        double Share(CrisisKind? kind, double none) => found.Where(one => one.Kind == kind).Select(one => one.IsFound ? 1.0 : 0).DefaultIfEmpty(none).Average();
        Assert.InRange(Share(CrisisKind.Explicit, 1), @explicit, 1);
        Assert.InRange(Share(CrisisKind.Veiled, 1), veiled, 1);
        Assert.InRange(Share(null, 0), 0, falseAlarms);
    }

    [Theory]
    [InlineData("k i l l  m y s e l f")]
    [InlineData("i want to d i e")]
    [InlineData("iwanttodie")]
    [InlineData("i dontwanttolive")]
    [InlineData("going to unalive myself")]
    [InlineData("i wana end my lyf")]
    [InlineData("One of these days I'llkill myself")]
    [InlineData("thinking about unaliving fr")]
    [InlineData("Shift was fine. Nice customers, cake at three. I still want to be dead by the weekend.")]
    public void However_it_is_typed(string words) => Assert.NotNull(CrisisWords.Read(words));

    [Fact]
    public void Nothing_that_can_be_typed_breaks_it()
    {
        Assert.All(Naughty.Strings, words => CrisisWords.Read(words));
        CrisisWords.Read(string.Concat(Enumerable.Repeat("i do not want to ", 5000)));
        CrisisWords.Read(new string('a', 100_000));
    }

    [Fact]
    public void A_cry_at_the_end_of_many_words_is_heard() =>
        Assert.Equal(CrisisKind.Explicit, CrisisWords.Read(string.Concat(Enumerable.Repeat("A long day with many calls. ", 500)) + "I want to end my life."));

    static List<CrisisSentence> Phrases(string file)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Approved.Read($"tests/Crisis/Phrases/{file}.csv")));
        return CrisisFile.Read(stream);
    }
}
