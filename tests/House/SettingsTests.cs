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
    public void The_sample_is_valid_in_production_once_its_secrets_are_replaced() => Add(With(Secrets.ToDictionary(key => key, Own)), "Production");

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public void The_secrets_of_the_sample_are_refused_outside_development_and_each_is_named(string environment)
    {
        var refused = Assert.Throws<SettingsException>(() => Add(With([]), environment)).Message.Split(System.Environment.NewLine);
        Assert.Equal(Secrets.Order(), refused.Select(line => line.Split(' ')[0]).Order());
        Assert.All(refused, line => Assert.Contains("is the one of appsettings.sample.json", line, StringComparison.Ordinal));
        Assert.Contains(refused, line => line.StartsWith("Privacy:MasterKey ", StringComparison.Ordinal) && line.EndsWith("openssl rand -base64 32", StringComparison.Ordinal));
    }

    [Fact]
    public void Any_one_secret_of_the_sample_is_refused_also_when_the_others_are_replaced()
    {
        foreach (var kept in Secrets)
            Assert.StartsWith(kept, Assert.Throws<SettingsException>(() => Add(With(Secrets.Where(key => key != kept).ToDictionary(key => key, Own)), "Production")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void In_development_the_sample_may_be_tried_as_it_stands() => Add(With([]), "Development");

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

    // Whatever is called a secret, in every section of the sample.
    static List<string> Secrets
    {
        get
        {
            var found = With([]).AsEnumerable().Where(pair => pair.Value is not null && new[] { "Secret", "Token", "Password", "Key" }.Any(end => pair.Key.EndsWith(end, StringComparison.Ordinal))).Select(pair => pair.Key).ToList();
            Assert.Contains("Privacy:MasterKey", found);
            return found;
        }
    }

    static string? Own(string key) => key == "Privacy:MasterKey" ? Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 32)]) : "one-of-ones-own";

    static IConfiguration With(Dictionary<string, string?> replaced) => new ConfigurationBuilder().AddJsonFile(Sample).AddInMemoryCollection(replaced).Build();

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
