using ServiceCulture.Bot.Data;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Data;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Zoë", "zoe")]
    [InlineData("Zoe\u0308", "zoe")]
    [InlineData("  Ana   María\tLópez ", "ana maria lopez")]
    [InlineData("Søren Kierkegård", "soren kierkegard")]
    [InlineData("Łukasz Żółć", "lukasz zolc")]
    [InlineData("Nguyễn Thị", "nguyen thi")]
    [InlineData("O'Brien-Smith", "o brien smith")]
    [InlineData("STRAßE Æsa", "strasse aesa")]
    [InlineData("İpek Işık", "ipek isik")]
    [InlineData("Ёлка Йод", "елка иод")]
    [InlineData("Άννα", "αννα")]
    [InlineData("山田 太郎", "山田 太郎")]
    [InlineData("", "")]
    [InlineData("!?%_", "")]
    public void A_name_is_folded_as_people_type_it(string name, string key) => Assert.Equal(key, Folding.Key(name));

    [Fact]
    public void No_string_however_odd_breaks_it_and_twice_is_once()
    {
        foreach (var text in Fixtures.NaughtyStrings().Append("\ud800").Append("a\udc00b"))
            Assert.Equal(Folding.Key(text), Folding.Key(Folding.Key(text)));
    }
}
