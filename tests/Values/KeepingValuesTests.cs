using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Values;

/// <summary>HR's hand on the values, as the console has it.</summary>
public sealed class KeepingValuesTests : OverTheDatabase
{
    MemberInfo _ines = null!;
    Someone _mira = null!;

    KeepingValues Values => Bot.Make<KeepingValues>();

    private protected override async Task Arrange()
    {
        _ines = (await Bot.Get<Register>().Member((await Bot.Member("Ines Moor", roles: Roles.Hr)).Id, default))!;
        _mira = await Bot.Member("Mira Solano");
    }

    static ValueDraft Courage => new() { Name = "Courage", Glyph = "🦁", Meaning = "Saying what has to be said.", Behaviours = "Says no kindly\n\n Asks for help early ", Synonyms = "#brave, Bold brave", Starters = "You dared to …" };

    [Fact]
    public async Task A_value_of_ones_own_can_be_thanked_for_by_any_of_its_words()
    {
        Assert.Empty(await Values.Save(Courage, _ines, default));
        var book = await ValueBook.Read(Bot.Get<Register>(), default);
        var value = book.Meant("#bold")!;
        Assert.Equal(("courage", Origin.Own, 1), (value.Id, value.Origin, value.Version));
        Assert.Equal(["Says no kindly", "Asks for help early"], value.Behaviours);
        Assert.Equal(["brave", "bold"], value.Synonyms);
        Assert.Contains(value, book.ForKudos);
        Assert.Contains("Courage", (await Bot.Types(_mira, "values")).Words);
        Assert.Equal("values.add", (await Bot.Read(db => db.Audit.SingleAsync())).Act);
    }

    [Fact]
    public async Task An_edited_shipped_value_is_ones_own_from_then_on()
    {
        var patience = ValueDraft.Of((await Values.Read(default)).Values.Single(value => value.Id == "patience"));
        patience.Meaning = "Taking the time.";
        Assert.Empty(await Values.Save(patience, _ines, default));
        await Bot.Do(db => Shipping.Bring(db, default));
        var row = await Bot.Read(db => db.Values.SingleAsync(value => value.Id == "patience"));
        Assert.Equal(("Taking the time.", Origin.Own), (row.Meaning, row.Origin));
    }

    [Fact]
    public async Task What_is_archived_is_offered_no_more_keeps_its_name_and_comes_back()
    {
        await Values.Archive("patience", true, _ines, default);
        var book = await ValueBook.Read(Bot.Get<Register>(), default);
        Assert.Null(book.Meant("patience"));
        Assert.Equal("Patience", book.Find("patience")!.Name);
        await Values.Archive("patience", true, _ines, default);
        await Values.Archive("patience", false, _ines, default);
        Assert.NotNull((await ValueBook.Read(Bot.Get<Register>(), default)).Meant("patience"));
        Assert.Equal(2, await Bot.Read(db => db.Audit.CountAsync()));
    }

    [Fact]
    public async Task A_pack_that_is_off_offers_nothing_of_its_own()
    {
        var before = (await ValueBook.Read(Bot.Get<Register>(), default)).ForKudos.Count;
        await Values.SwitchPack("six-needs", false, _ines, default);
        var book = await ValueBook.Read(Bot.Get<Register>(), default);
        Assert.True(book.ForKudos.Count < before);
        Assert.Contains(book.ForKudos, value => value.Id == "empathy");
        await Values.SwitchPack("six-needs", true, _ines, default);
        Assert.Equal(before, (await ValueBook.Read(Bot.Get<Register>(), default)).ForKudos.Count);
    }

    [Theory]
    [InlineData(nameof(ValueDraft.Name), "Patience", "already means Patience")]
    [InlineData(nameof(ValueDraft.Name), "", "1 to 40")]
    [InlineData(nameof(ValueDraft.Name), "!!!", "a letter or a digit")]
    [InlineData(nameof(ValueDraft.Glyph), "ab", "One picture")]
    [InlineData(nameof(ValueDraft.Meaning), "", "One sentence")]
    [InlineData(nameof(ValueDraft.Behaviours), " \n ", "At least one")]
    [InlineData(nameof(ValueDraft.Behaviours), "1\n2\n3\n4\n5\n6", "At most 5 lines")]
    [InlineData(nameof(ValueDraft.Synonyms), "listening", "already means Empathy")]
    [InlineData(nameof(ValueDraft.Synonyms), "!!", "no word that one could type")]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_is_kept(string field, string typed, string says)
    {
        var draft = Courage;
        typeof(ValueDraft).GetProperty(field)!.SetValue(draft, typed);
        Assert.Contains(says, (await Values.Save(draft, _ines, default))[field], StringComparison.Ordinal);
        Assert.DoesNotContain((await Values.Read(default)).Values, value => value.Id == "courage");
    }

    [Fact]
    public async Task A_second_value_of_a_name_that_was_archived_has_an_id_of_its_own()
    {
        await Values.Save(Courage, _ines, default);
        await Values.Archive("courage", true, _ines, default);
        Assert.Empty(await Values.Save(Courage, _ines, default));
        Assert.Equal(["courage", "courage-2"], (await Values.Read(default)).Values.Where(value => value.Name == "Courage").Select(value => value.Id).Order(StringComparer.Ordinal));
    }
}
