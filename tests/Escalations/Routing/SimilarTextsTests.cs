using ServiceCulture.Bot.Features.Escalations.Routing;

namespace ServiceCulture.Tests.Escalations.Routing;

public sealed class SimilarTextsTests
{
    [Fact]
    public void The_text_with_the_most_telling_words_in_common_comes_first()
    {
        var texts = Three();
        var found = texts.Find("how do I refund a damaged parcel?", 3);
        Assert.Equal("parcel", found[0].Key);
        Assert.InRange(found[0].Likeness, 0.1, 1);
        Assert.True(found.Zip(found.Skip(1)).All(pair => pair.First.Likeness >= pair.Second.Likeness));
    }

    [Fact]
    public void What_is_added_is_found_by_the_next_search_and_what_is_removed_by_none()
    {
        var texts = Three();
        texts.Add("dog", "may a guide dog come into the branch");
        Assert.Equal("dog", texts.Find("guide dogs in the branch", 1)[0].Key);
        texts.Remove("dog");
        Assert.DoesNotContain(texts.Find("guide dogs in the branch", 3), one => one.Key == "dog");
        Assert.Equal(3, texts.Count);
    }

    [Fact]
    public void A_text_under_the_same_key_takes_the_place_of_the_old_one()
    {
        var texts = Three();
        texts.Add("parcel", "opening hours of the branch");
        Assert.Empty(texts.Find("damaged", 3));
        Assert.Equal("parcel", texts.Find("opening hours", 1)[0].Key);
    }

    [Fact]
    public void Nothing_is_found_among_nothing_nor_for_nothing()
    {
        Assert.Empty(new SimilarTexts<int>().Find("refund", 3));
        Assert.Empty(Three().Find("", 3));
        Assert.Empty(Three().Find("zebra", 3));
    }

    static SimilarTexts<string> Three()
    {
        var texts = new SimilarTexts<string>();
        texts.Add("parcel", "a damaged parcel is refunded when a photo was sent");
        texts.Add("bill", "a wrong bill is corrected by the billing desk");
        texts.Add("hours", "the hotline is open until eight");
        return texts;
    }
}
