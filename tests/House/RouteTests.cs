using System.Reflection;
using System.Text.RegularExpressions;
using ServiceCulture.Bot;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.CheckIns;
using ServiceCulture.Bot.Features.Crisis;
using ServiceCulture.Bot.Features.Digests;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Kudos;
using ServiceCulture.Bot.Features.MyData;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.Features.Phrases;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.Pulse;
using ServiceCulture.Bot.Features.Rough;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Bot.Features.Welcome;
using ServiceCulture.Bot.HrConsole;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Kudos;
using ServiceCulture.Cards.Rendering;

namespace ServiceCulture.Tests.House;

/// <summary>Everything that can be pressed, sent or typed is answered.</summary>
public sealed partial class RouteTests
{
    static readonly Routes Routes = new Routes()
    .MapKudos()
    .MapValues()
    .MapCheckIns()
    .MapCrisis().MapRough()
    .MapPulse()
    .MapPhrases()
    .MapEscalations()
    .MapExperts()
    .MapNotes()
    .MapDigests()
    .MapProgrammes()
    .MapMyData()
    .MapPeople()
    .MapConsole()
    .MapWelcome();

    [Fact]
    public void Every_button_of_every_card_has_a_route()
    {
        var ids = Cards().SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(field => field is { IsLiteral: true } && field.FieldType == typeof(string) && field.Name.EndsWith("Id", StringComparison.Ordinal))
            .Select(field => (string)field.GetRawConstantValue()!).Distinct().ToList();
        Assert.Contains(KudosSent.UndoId, ids);
        Assert.All(ids, id => Assert.True(Routes.Knows($"press:{id}"), $"No route answers the button {id}."));
    }

    [Fact]
    public void No_card_makes_a_button_from_words_that_are_no_named_id()
    {
        var loose = Sources.Below("cards").Where(source => !source.Path.Contains("/Model/", StringComparison.Ordinal) && !source.Path.Contains("/Rendering/", StringComparison.Ordinal))
            .Where(source => LooseRef().IsMatch(source.Code));
        Assert.Empty(loose.Select(source => source.Path));
    }

    [Fact]
    public void Every_form_is_sent_somewhere()
    {
        var forms = Cards().Where(type => type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IForm<>)))
            .Select(type => (string)type.GetProperty("Id", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!).ToList();
        Assert.Equal(forms.Order(), Keys("submit").Order());
        Assert.Equal(forms.Count, forms.Distinct().Count());
    }

    [Fact]
    public void Every_command_of_the_manifests_has_a_route_and_every_route_a_command()
    {
        var teams = ManifestFiles.Teams.At("bots", 0, "commandLists", 0, "commands").EnumerateArray().Select(command => command.Text("title"));
        Assert.Equal(Keys("command").Order(), teams.Concat(ManifestTests.NotListedInTeams).Order());
        Assert.Equal(["ask", "checkin", "console", "digest", "dryrun", "experts", "help", "kudos", "mydata", "myday", "mykudos", "pause", "phrases", "rough", "settings", "team", "values"], Keys("command").Order());
    }

    [Fact]
    public void Every_menu_of_the_manifests_has_a_route_and_every_route_a_menu()
    {
        var slack = ManifestFiles.Slack.At("features", "shortcuts").EnumerateArray().Select(shortcut => shortcut.Text("callback_id"));
        Assert.Equal(Keys("menu").Order(), slack.Concat(ManifestFiles.Teams.At("composeExtensions", 0, "commands").EnumerateArray().Select(action => action.Text("id"))).Distinct().Order());
    }

    [Fact]
    public void Ids_are_of_the_form_feature_verb()
    {
        foreach (var key in Routes.Keys.Where(key => key.Contains(':', StringComparison.Ordinal) && !key.StartsWith("command:", StringComparison.Ordinal)))
            Assert.Matches("^[a-z]+:[a-z]+\\.[a-z]+(-[a-z]+)*$", key);
    }

    [Fact]
    public void Two_features_that_claim_one_id_stop_the_start() =>
        Assert.Contains("command:kudos", Assert.Throws<InvalidOperationException>(() => new Routes().MapKudos().MapKudos()).Message);

    [Fact]
    public void No_form_takes_the_verb_that_closes_a_form() => Assert.False(Routes.Knows($"press:{AdaptiveCards.CancelVerb}"));

    static IEnumerable<string> Keys(string kind) => Routes.Keys.Where(key => key.StartsWith(kind + ":", StringComparison.Ordinal)).Select(key => key[(kind.Length + 1)..]);

    static IEnumerable<Type> Cards() => typeof(GiveKudos).Assembly.GetTypes().Where(type => type.Namespace is { } space && space != "ServiceCulture.Cards" && !space.EndsWith(".Rendering", StringComparison.Ordinal));

    [GeneratedRegex(@"new (Ref\(|Button\([^\n]*new Ref\()\s*""")]
    private static partial Regex LooseRef();
}
