using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Cards.Rough;
using ServiceCulture.Tests.Programmes;

namespace ServiceCulture.Tests.House;

/// <summary>Who types something that is kept reads in the same form who can see it, and for how long.</summary>
public sealed class PrivateFormTests
{
    const int Days = 77;

    // One types a word that is fixed, and it is kept nowhere.
    static readonly string[] KeepNothing = ["EraseMyData"];

    static readonly Dictionary<string, Form> Forms = new()
    {
        [nameof(SortThought)] = SortThought.Form(null, null, Days),
        [nameof(SwapThought)] = SwapThought.Form("t1", 1, "Words", ["Other words"], [], Days),
        [nameof(ChangeSwap)] = ChangeSwap.Form("t1", 1, "Words", "Other words", Days),
        [nameof(TrueThought)] = TrueThought.Form("t1", 1, "Words", [("talk", "A word with somebody")], [], Days),
        [nameof(MyDay)] = MyDay.Form(new MyDayWords([], [], []), Days),
        [nameof(EditThought)] = EditThought.Form("t1", 1, new("Words", "", "", "", false), null, Days),
        [nameof(ParkThought)] = ParkThought.Form(new ComingBack(DateTime.UnixEpoch, ComesBack.AtEnd, IsPaused: false), Days),
    };

    public static TheoryData<string> Names => [.. Forms.Keys];

    [Fact]
    public void No_private_form_with_a_line_to_write_in_is_missing_here()
    {
        var withLines = Sources.Below("cards").Where(source => source.Code.Contains("Private = true", StringComparison.Ordinal) && source.Code.Contains("new Field.Line(", StringComparison.Ordinal));
        Assert.Equal(Forms.Keys.Concat(KeepNothing).Order(), withLines.Select(source => Path.GetFileNameWithoutExtension(source.Path)).Order());
        Assert.All(Forms.Values, form => Assert.True(form.Private && form.Fields.OfType<Field.Line>().Any()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_says_who_can_see_it_and_how_long_it_is_kept_in_every_dialect(string name)
    {
        foreach (var drawn in Dialects.Of(Forms[name]))
        {
            Assert.True(drawn.Contains("Only you can see this", StringComparison.Ordinal) || drawn.Contains("nobody but you is shown it", StringComparison.Ordinal), drawn);
            Assert.Contains($"for at most {Days} days", drawn);
        }
    }

    [Theory]
    [InlineData(1, "for at most 1 day;", "for at most 1 day.")]
    [InlineData(2, "for at most 2 days;", "for at most 2 days.")]
    public void One_day_is_a_day(int days, string kept, string sees)
    {
        Assert.Contains(kept, SortThought.Kept(days).Plain(Reader.Plain));
        Assert.EndsWith(sees, SortThought.Sees(days).Label.Plain(Reader.Plain));
    }
}
