using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.HrConsole.Pages.Policies;

namespace ServiceCulture.Tests.House;

/// <summary>Each of HR's rules can be looked at and set in the console: a new key goes into KnownPolicy.All.</summary>
public sealed class PolicyTests
{
    [Fact]
    public void Every_key_of_the_policies_is_a_row_of_the_consoles_page() =>
        Assert.Equal(typeof(Policies).GetFields().Where(field => field is { IsLiteral: true } && field.Name.EndsWith("Key", StringComparison.Ordinal)).Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal),
            KnownPolicy.All.Select(one => one.Key).Order(StringComparer.Ordinal));
}
