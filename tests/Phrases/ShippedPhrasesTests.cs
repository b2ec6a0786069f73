using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Phrases;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Cards.Phrases;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Phrases;

/// <summary>The phrases that come with the program.</summary>
public sealed class ShippedPhrasesTests : OverTheDatabase
{
    static readonly ShippedPhrases.ShippedFile File = ShippedPhrases.Read();

    [Fact]
    public void There_are_sixty_and_more_and_ten_for_every_situation()
    {
        Assert.True(File.Phrases.Count >= 60);
        Assert.Equal(Situation.All.Select(one => one.Id).Order(), File.Phrases.Select(phrase => phrase.Situation).Distinct().Order());
        Assert.All(File.Phrases.GroupBy(phrase => phrase.Situation), group => Assert.True(group.Count() >= 10, group.Key));
    }

    [Fact]
    public void Every_situation_has_alternatives_to_offer() =>
        Assert.All(File.Phrases.GroupBy(phrase => phrase.Situation), group => Assert.True(group.Count(phrase => phrase.Offer.Length > 0) >= 3, group.Key));

    [Fact]
    public void None_is_there_twice()
    {
        Assert.Equal(File.Phrases.Count, File.Phrases.Select(phrase => phrase.Id).Distinct().Count());
        Assert.Equal(File.Phrases.Count, File.Phrases.Select(phrase => Folding.Key(phrase.Words)).Distinct().Count());
        Assert.All(File.Phrases, phrase => Assert.StartsWith(phrase.Situation + "/", phrase.Id, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_one_keeps_what_is_asked_of_a_team_s_own_and_is_said_plainly()
    {
        string[] syrup = ["!", "unfortunately", "I totally", "absolutely", "calm down", "policy", "as per", "valued customer", "kindly", "I understand how", "inconvenience"];
        Assert.All(File.Phrases, phrase => Assert.InRange(phrase.Words.Length, AddPhrase.Fewest, 160));
        Assert.All(File.Phrases, phrase => Assert.True(phrase.Offer.Length <= 160));
        Assert.All(File.Phrases, phrase => Assert.DoesNotContain(syrup, word => $"{phrase.Words} {phrase.Offer}".Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Every_value_is_one_of_the_book()
    {
        var values = await Bot.Read(db => db.Values.Select(value => value.Id).ToListAsync());
        Assert.All(File.Phrases, phrase => Assert.Contains(phrase.Value, values));
    }

    [Fact]
    public async Task A_restart_adds_what_is_missing_and_what_hr_took_out_stays_out()
    {
        await Bot.Do(async db =>
        {
            var all = await db.Phrases.OrderBy(phrase => phrase.Id).ToListAsync();
            db.Remove(all[0]);
            all[1].ArchivedAt = Bot.Clock.Now;
            (all[2].Version, all[2].Words) = (0, "What an older version said.");
        });
        await Bot.Do(db => ShippedPhrases.Bring(db, default));

        var rows = await Bot.Read(db => db.Phrases.ToListAsync());
        Assert.Equal(File.Phrases.Count, rows.Count);
        Assert.Single(rows, row => row.ArchivedAt is not null);
        Assert.DoesNotContain(rows, row => row.Words == "What an older version said.");
        Assert.All(rows, row => Assert.Equal(Origin.Shipped, row.Origin));
    }
}
