using System.Text.Json.Nodes;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.People;

/// <summary>Whom one can play on the local page.</summary>
[Trait("Database", "Both")]
public sealed class LocalPageTests
{
    [Fact]
    public async Task Each_is_called_what_they_are()
    {
        await using var page = await BotHost.Open(environment: "Development");
        var people = JsonNode.Parse(await page.Client.GetStringAsync(new Uri("/try/people", UriKind.Relative)))!["people"]!.AsArray().ToDictionary(one => (string)one!["id"]!, one => (string)one!["role"]!);
        Assert.Equal(("HR", "Works council", "Owner", "Manager", "Agent"), (people["ines"], people["walter"], people["olga"], people["grace"], people["leo"]));
    }
}
