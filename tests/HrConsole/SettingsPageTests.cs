using Microsoft.Extensions.Configuration;
using ServiceCulture.Bot.HrConsole.Pages.Settings;
using ServiceCulture.Bot.Settings;

namespace ServiceCulture.Tests.HrConsole;

/// <summary>The page with the settings: each there is, where it comes from, and of secrets only whether they are set.</summary>
public sealed class SettingsPageTests
{
    [Fact]
    public void Every_setting_that_is_read_is_explained()
    {
        var read = typeof(ConsoleSettings).Assembly.GetTypes().Where(type => type.Namespace == "ServiceCulture.Bot.Settings" && type.Name.EndsWith("Settings", StringComparison.Ordinal))
            .SelectMany(type => type.GetProperties().Where(property => property.CanWrite).Select(property => $"{Section(type)}:{property.Name}"));
        Assert.Equal(read.Append("Urls").Order(StringComparer.Ordinal), KnownSettings.All.Select(one => one.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Slack:SigningSecret")]
    [InlineData("Slack:BotToken")]
    [InlineData("BotFramework:AppPassword")]
    [InlineData("Privacy:MasterKey")]
    [InlineData("ConnectionStrings:ServiceCulture")]
    [InlineData("ConnectionStrings:Keys")]
    public void A_secret_is_set_or_not_and_never_shown(string key)
    {
        var (one, all) = Read(new() { [key] = "hunter2" }, key);
        Assert.Equal("set", one.Value);
        Assert.DoesNotContain(all, setting => setting.Value.Contains("hunter2", StringComparison.Ordinal));
        Assert.Equal("not set", Read([], key).One.Value);
    }

    [Fact]
    public void Whoever_sees_no_person_sees_none_here_either()
    {
        Dictionary<string, string?> set = new() { ["Organisation:Owner"] = "olga@acme.example" };
        Assert.Equal("olga@acme.example", Read(set, "Organisation:Owner").One.Value);
        var (one, all) = Read(set, "Organisation:Owner", seesPeople: false, []);
        Assert.Equal(("set", true), (one.Value, one.IsSecret));
        Assert.DoesNotContain(all, setting => setting.Value.Contains("olga", StringComparison.Ordinal));
    }

    [Fact]
    public void The_last_source_that_has_a_value_is_named()
    {
        Assert.Equal(("UTC", "the default"), Shown(Read([], "Organisation:TimeZone").One));
        Assert.Equal(("Europe/Kyiv", "the command line"), Shown(Read(new() { ["Organisation:TimeZone"] = "Europe/Berlin" }, "Organisation:TimeZone", "--Organisation:TimeZone", "Europe/Kyiv").One));
        Assert.Equal("a:1, b:2", Read(new() { ["BotFramework:ServiceHosts:0"] = "a:1", ["BotFramework:ServiceHosts:1"] = "b:2" }, "BotFramework:ServiceHosts").One.Value);
    }

    static (string, string) Shown(SettingRead one) => (one.Value, one.Source);

    static (SettingRead One, IReadOnlyList<SettingRead> All) Read(Dictionary<string, string?> set, string key, params string[] line) => Read(set, key, seesPeople: true, line);

    static (SettingRead One, IReadOnlyList<SettingRead> All) Read(Dictionary<string, string?> set, string key, bool seesPeople, string[] line)
    {
        var all = new ReadingSettings(new ConfigurationBuilder().AddInMemoryCollection(set).AddCommandLine(line).Build()).Read(seesPeople).SelectMany(section => section.Settings).ToList();
        return (all.Single(one => one.Key == key), all);
    }

    static string Section(Type type) => type.Name switch
    {
        nameof(ConnectionSettings) => "ConnectionStrings",
        var name => name[..^"Settings".Length],
    };
}
