using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using ServiceCulture.Bot;
using ServiceCulture.Bot.Settings;

namespace ServiceCulture.Tests.House;

/// <summary>The sample settings are complete and true, and wrong ones stop the start with a word about which.</summary>
public sealed class SettingsTests
{
    static readonly string Sample = Path.Combine(Sources.Root, "appsettings.sample.json");

    static readonly Dictionary<string, Type> Sections = new()
    {
        ["Database"] = typeof(DatabaseSettings),
        ["ConnectionStrings"] = typeof(ConnectionSettings),
        ["Slack"] = typeof(SlackSettings),
        ["BotFramework"] = typeof(BotFrameworkSettings),
        ["Local"] = typeof(LocalSettings),
        ["Organisation"] = typeof(OrganisationSettings),
        ["Privacy"] = typeof(PrivacySettings),
        ["Console"] = typeof(ConsoleSettings),
        ["Outbox"] = typeof(OutboxSettings),
    };

    [Fact]
    public void Every_section_that_is_read_stands_in_the_list_above() =>
        Assert.Equal(typeof(DatabaseSettings).Assembly.GetTypes().Where(type => type.Namespace == "ServiceCulture.Bot.Settings" && type.Name.EndsWith("Settings", StringComparison.Ordinal)).OrderBy(type => type.Name), Sections.Values.OrderBy(type => type.Name));

    [Fact]
    public void The_sample_has_every_key_and_no_other()
    {
        using var sample = JsonDocument.Parse(File.ReadAllText(Sample));
        Assert.Equal(Sections.Keys.Append("Urls").Order(), sample.RootElement.EnumerateObject().Select(section => section.Name).Order());
        foreach (var (name, type) in Sections)
            Assert.Equal(Keys(type).Order(), sample.RootElement.GetProperty(name).EnumerateObject().Select(key => key.Name).Order());
    }

    [Fact]
    public void Every_key_of_the_sample_is_bound()
    {
        var configuration = new ConfigurationBuilder().AddJsonFile(Sample).Build();
        foreach (var (name, type) in Sections)
        {
            var bound = configuration.GetSection(name).Get(type, options => options.ErrorOnUnknownConfiguration = true)!;
            foreach (var property in Properties(type))
            {
                var said = configuration.GetSection($"{name}:{property.Name}");
                var expected = said.Value ?? string.Join(',', said.GetChildren().Select(child => child.Value));
                var actual = property.GetValue(bound) switch { string[] several => string.Join(',', several), var one => Convert.ToString(one, System.Globalization.CultureInfo.InvariantCulture) };
                Assert.Equal($"{name}:{property.Name} = {expected}", $"{name}:{property.Name} = {actual}", ignoreCase: true);
            }
        }
    }

    [Fact]
    public void The_sample_is_valid_in_production() => Add(new ConfigurationBuilder().AddJsonFile(Sample).Build(), "Production");

    [Fact]
    public void In_development_nothing_need_be_set() => Add(new ConfigurationBuilder().Build(), "Development");

    [Theory]
    [InlineData("Slack:SigningSecret", "only this", "Slack:SigningSecret and Slack:BotToken go together")]
    [InlineData("Slack:ApiUrl", "http://slack.example/api/", "Slack:ApiUrl must be an https address")]
    [InlineData("Slack:ApiUrl", "https://slack.com/api", "Slack:ApiUrl must be an https address")]
    [InlineData("BotFramework:AppId", "an id", "BotFramework:AppPassword is missing")]
    [InlineData("BotFramework:AppId", "an id", "BotFramework:TenantId is missing")]
    [InlineData("BotFramework:Cloud", "Moon", "BotFramework:Cloud must be Public or UsGov")]
    [InlineData("BotFramework:DangerouslyAllowUnauthenticated", "true", "works in Development only", "Production")]
    [InlineData("Organisation:TimeZone", "Mars/Olympus", "Organisation:TimeZone “Mars/Olympus” is not an IANA time zone")]
    [InlineData("Organisation:DefaultCulture", "", "Organisation:DefaultCulture must be a language tag")]
    [InlineData("Organisation:WeekStart", "Someday", "Organisation")]
    [InlineData("Privacy:MasterKey", "c2hvcnQ=", "Privacy:MasterKey must be 32 random bytes")]
    [InlineData("Privacy:MasterKey", "", "Privacy:MasterKey must be 32 random bytes", "Production")]
    [InlineData("Database:Provider", "Oracle", "Database")]
    [InlineData("ConnectionStrings:ServiceCulture", " ", "ConnectionStrings:ServiceCulture must not be empty")]
    [InlineData("Outbox:AtOnce", "0", "Outbox:AtOnce must be 1 to 64")]
    [InlineData("Outbox:AtOnce", "65", "Outbox:AtOnce must be 1 to 64")]
    [InlineData("Outbox:PerSecond", "0", "Outbox:PerSecond")]
    [InlineData("Outbox:PerPlacePerSecond", "-1", "Outbox:PerPlacePerSecond")]
    [InlineData("Outbox:AtOnce", "many", "Outbox")]
    public void A_wrong_value_stops_the_start_and_names_its_key(string key, string value, string says, string environment = "Development")
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [key] = value }).Build();
        Assert.Contains(says, Assert.Throws<SettingsException>(() => Add(configuration, environment)).Message);
    }

    static void Add(IConfiguration configuration, string environment) => new ServiceCollection().AddSettings(configuration, new Environment { EnvironmentName = environment });

    static IEnumerable<string> Keys(Type type) => Properties(type).Select(property => property.Name);

    static IEnumerable<PropertyInfo> Properties(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite);

    sealed class Environment : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "";
        public string ApplicationName { get; set; } = "";
        public string ContentRootPath { get; set; } = "";
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
