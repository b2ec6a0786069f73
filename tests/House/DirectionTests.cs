using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ServiceCulture.Tests.House;

/// <summary>Who may know whom.</summary>
public sealed partial class DirectionTests
{
    const string Channels = "ServiceCulture.Bot.Channels", Features = "ServiceCulture.Bot.Features", Slack = "ServiceCulture.Slack", BotFramework = "ServiceCulture.BotFramework";

    // Which rows belong to whom; the rest belong to everybody (people, places, outbox, audit).
    static readonly Dictionary<string, string> Owners = new()
    {
        ["Kudos"] = "Kudos",
        ["KudosReceipts"] = "Kudos",
        ["KudosValues"] = "Kudos",
        ["KudosReports"] = "Kudos",
        ["Values"] = "Values",
        ["ValuePacks"] = "Values",
        ["Prompts"] = "Values",
        ["RosterRuns"] = "People",
        ["Participations"] = "Programmes",
        ["CheckIns"] = "CheckIns",
        ["Thoughts"] = "CheckIns",
        ["Programmes"] = "Programmes",
        ["Plans"] = "Programmes",
        ["Replannings"] = "Programmes",
        ["Asks"] = "Programmes",
        ["PromptPacks"] = "Programmes",
        ["Shifts"] = "Programmes",
        ["Holidays"] = "Programmes",
        ["SwitchedOff"] = "Programmes",
        ["PulseAnswers"] = "Pulse",
        ["HelpLines"] = "Crisis",
        ["FiveMinutes"] = "Rough",
        ["Phrases"] = "Phrases",
        ["Questions"] = "Escalations",
        ["QuestionOffers"] = "Escalations",
        ["QuestionEvents"] = "Escalations",
        ["RelayedMessages"] = "Escalations",
        ["Notes"] = "Escalations",
        ["HandlingFigures"] = "Escalations",
        ["QuestionFindings"] = "Escalations",
        ["Topics"] = "Escalations",
        ["TopicSamples"] = "Escalations",
        ["Expertises"] = "Escalations",
        ["ExpertSettings"] = "Escalations",
        ["TriageTurns"] = "Escalations",
        ["LearntExamples"] = "Escalations",
        ["RouterGenerations"] = "Escalations",
        ["ExportLinks"] = "MyData",
        ["Digests"] = "Digests",
        ["DigestPlans"] = "Digests",
        ["TeamSayings"] = "Digests",
        ["FrozenFigures"] = "Publishing",
        ["CountedSeats"] = "Publishing",
        ["CountedSets"] = "Publishing",
    };

    // A feature may call another's named queries; these it may.
    static readonly string[] NamedQueries = ["CheckIns -> Crisis", "CheckIns -> Programmes", "CheckIns -> Publishing", "CheckIns -> SelfTalk", "Crisis -> People", "Crisis -> Values", "Digests -> Escalations", "Digests -> Kudos", "Digests -> People", "Digests -> Programmes", "Digests -> Publishing", "Digests -> Values", "Escalations -> Crisis", "Escalations -> Kudos", "Escalations -> People", "Escalations -> Phrases", "Escalations -> Programmes", "Escalations -> Publishing", "Kudos -> People", "Kudos -> Values", "MyData -> People", "People -> Programmes", "Phrases -> People", "Phrases -> Values", "Programmes -> People", "Programmes -> Publishing", "Programmes -> Values", "Pulse -> Programmes", "Pulse -> Publishing", "Rough -> CheckIns", "Rough -> Crisis", "Rough -> Phrases", "Rough -> Programmes", "Values -> People", "Welcome -> Crisis", "Welcome -> People"];

    [Fact]
    public void Features_see_no_channel_and_no_protocol() => None(Sources.Below("bot/App/Features"), Channels, Slack, BotFramework);

    [Fact]
    public void Channels_see_no_feature() => None(Sources.Below("bot/App/Channels"), Features);

    [Fact]
    public void The_conversation_names_neither_channels_nor_features_nor_protocols() => None(Sources.Below("bot/App/Conversation"), Channels, Features, Slack, BotFramework);

    [Fact]
    public void The_outbox_names_neither_channels_nor_features_nor_protocols() => None(Sources.Below("bot/App/Outbox"), Channels, Features, Slack, BotFramework);

    [Fact]
    public void Of_the_data_only_the_list_of_entities_names_features() =>
        None(Sources.Below("bot/App/Data").Where(source => source.Path != "bot/App/Data/Db.cs"), Channels, Features, Slack, BotFramework);

    [Fact]
    public void One_channel_knows_nothing_of_another()
    {
        foreach (var source in Sources.Below("bot/App/Channels"))
        {
            var own = source.Path.Split('/')[3];
            Assert.DoesNotContain(source.Names, name => name.StartsWith(Channels + ".", StringComparison.Ordinal) && name.Split('.')[3] != own);
            Assert.DoesNotContain(source.Names, name => Within(name, own == "Slack" ? BotFramework : Slack));
            if (own == "Local")
                Assert.DoesNotContain(source.Names, name => Within(name, BotFramework));
        }
    }

    [Theory]
    [InlineData("cards/Cards.csproj")]
    [InlineData("bot/Slack/Slack.csproj")]
    [InlineData("bot/BotFramework/BotFramework.csproj")]
    public void The_leaves_reference_no_project_of_ours(string project) =>
        Assert.Empty(XDocument.Load(Path.Combine(Sources.Root, project)).Descendants("ProjectReference"));

    [Fact]
    public void Cards_reference_nothing_at_all() =>
        Assert.Empty(XDocument.Load(Path.Combine(Sources.Root, "cards/Cards.csproj")).Descendants().Select(element => element.Name.LocalName).Where(name => name.EndsWith("Reference", StringComparison.Ordinal)).Distinct());

    [Fact]
    public void A_feature_knows_another_only_where_that_is_said_here()
    {
        var known = Sources.Below("bot/App/Features")
            .SelectMany(source => source.Names.Where(name => name.StartsWith(Features + ".", StringComparison.Ordinal)).Select(name => $"{source.Path.Split('/')[3]} -> {name.Split('.')[3]}"))
            .Where(pair => pair.Split(" -> ") is var both && both[0] != both[1])
            .Distinct().Order();
        Assert.Equal(NamedQueries, known);
    }

    [Fact]
    public void A_feature_reads_only_its_own_rows()
    {
        var foreign = from source in Sources.Below("bot/App/Features")
                      let feature = source.Path.Split('/')[3]
                      from set in Sets().Matches(source.Code).Select(match => match.Groups[1].Value).Distinct()
                      where Owners.TryGetValue(set, out var owner) && owner != feature
                      select $"{source.Path} reads {set}";
        Assert.Empty(foreign);
    }

    [Fact]
    public void Every_feature_with_rows_stands_in_the_list_of_owners()
    {
        var sets = Regex.Matches(File.ReadAllText(Path.Combine(Sources.Root, "bot/App/Data/Db.cs")), @"DbSet<(\w+)> (\w+)").ToDictionary(match => match.Groups[2].Value, match => match.Groups[1].Value);
        var byFeature = Sources.Below("bot/App/Features").SelectMany(source => Regex.Matches(source.Code, @"class (\w+)").Select(match => (match.Groups[1].Value, Feature: source.Path.Split('/')[3]))).ToLookup(pair => pair.Value, pair => pair.Feature);
        foreach (var (set, entity) in sets.Where(pair => byFeature.Contains(pair.Value)))
            Assert.Equal((set, byFeature[entity].First()), (set, Owners.GetValueOrDefault(set)));
    }

    static void None(IEnumerable<Source> sources, params string[] forbidden)
    {
        var found = sources.ToList();
        Assert.NotEmpty(found);
        Assert.Empty(found.SelectMany(source => source.Names.Where(name => forbidden.Any(one => Within(name, one))).Select(name => $"{source.Path}: {name}")));
    }

    static bool Within(string name, string space) => name == space || name.StartsWith(space + ".", StringComparison.Ordinal);

    [GeneratedRegex(@"\b[dD]b\.([A-Z]\w+)")]
    private static partial Regex Sets();
}
