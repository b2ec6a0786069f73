using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Features.Kudos;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.HrConsole;
using ServiceCulture.Bot.HrConsole.Forms;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.Rough;
using ServiceCulture.Tests.Slack.Endpoint;
using MemberInfo = ServiceCulture.Bot.Data.MemberInfo;

namespace ServiceCulture.Tests.HrConsole;

/// <summary>Every route of the console stands here with who may go there; each is tried by everybody.</summary>
[Trait("Database", "Both")]
public sealed class RouteCensusTests : IAsyncLifetime
{
    // What is only posted to has tests of its own: SigningInTests, GuardingTests.
    /// <summary>Everybody: also without a session. SignedIn: with any. Page: as its right says.</summary>
    enum For { Everybody, SignedIn, Page }

    // What a page or endpoint of yours adds goes here.
    static readonly Dictionary<string, For> Census = new()
    {
        ["/people"] = For.Page,
        ["/people/{Id:guid}"] = For.Page,
        ["/people/import"] = For.Page,
        ["/people/file"] = For.Page,
        ["/audit"] = For.Page,
        ["/audit/file"] = For.Page,
        ["/settings"] = For.Page,
        ["/prompts"] = For.Page,
        ["/help-lines"] = For.Page,
        ["/programmes"] = For.Page,
        ["/undelivered"] = For.Page,
        ["/questions"] = For.Page,
        ["/topics"] = For.Page,
        ["/notes"] = For.Page,
        ["/overview"] = For.Page,
        ["/values"] = For.Page,
        ["/policies"] = For.Page,
        ["/kudos"] = For.Page,
        ["/features"] = For.Page,
        ["/how-it-works"] = For.Page,
        ["/sign-in"] = For.Everybody,
        ["/sign-in/{secret}"] = For.Everybody,
        ["/sign-in/as/{member:guid}"] = For.Everybody,
        ["/sign-out"] = For.SignedIn,
        ["/assets/{**name}"] = For.Everybody,
        ["/fonts/{name}"] = For.Everybody,
        ["/_framework/blazor.web.js"] = For.Everybody,
        ["/_framework/opaque-redirect"] = For.SignedIn,
        ["/_blazor"] = For.SignedIn,
        ["/_blazor/negotiate"] = For.SignedIn,
        ["/_blazor/initializers"] = For.SignedIn,
        ["/_blazor/disconnect"] = For.SignedIn,
        ["{*path:nonfile}"] = For.SignedIn,
    };

    static readonly Roles[] AllRoles = [Roles.None, Roles.Expert, Roles.Hr, Roles.WorksCouncil, Roles.Owner, Roles.Expert | Roles.WorksCouncil];

    const string Canary = "Zanzibar-7391";

    ConsoleDesk desk = null!;

    public async ValueTask InitializeAsync() => desk = await ConsoleDesk.Open();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public void Every_route_stands_in_the_census_and_no_other()
    {
        var routes = desk.Host.Services.GetRequiredService<ConsolePipeline>().Endpoints.OfType<RouteEndpoint>().Select(one => "/" + one.RoutePattern.RawText!.TrimStart('/')).Select(one => one == "/{*path:nonfile}" ? one[1..] : one);
        Assert.Equal(Census.Keys.Order(StringComparer.Ordinal), routes.Select(one => one.TrimEnd('/')).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_page_is_in_the_menu_and_every_entry_of_the_menu_is_a_page()
    {
        var pages = typeof(ConsolePages).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(one => one.Template.TrimStart('/').Split('/')[0]).Distinct();
        Assert.Equal(ConsolePages.All.Select(page => page.Path).Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));
        Assert.Equal(ConsolePages.All.Count, ConsolePages.All.Select(page => page.Title).Distinct().Count());
    }

    [Fact]
    public async Task Each_is_open_to_whom_the_rules_name_and_closed_to_all_others()
    {
        await desk.Slack.Command(SlackDesk.Alice, $"<@{SlackDesk.Ben}> stayed with the caller about {Canary} until it was solved");
        var others = await OthersRows();
        var secret = (await desk.Link(SlackDesk.Alice)).Split('/')[^1];
        foreach (var role in AllRoles)
        {
            var (browser, who) = await As(role);
            foreach (var (route, whose) in Census.Where(one => one.Key is not ("/sign-out" or "/sign-in/as/{member:guid}") && !one.Key.StartsWith("/_blazor", StringComparison.Ordinal)))
            {
                foreach (var other in NamesRow(route) ? others : [Guid.Empty])
                {
                    var page = await browser.Get("/console/" + Filled(route, other, secret));
                    Assert.True(Expected(route, whose, who).Contains(page.Status), $"{role} got {(int)page.Status} of {route}");
                    Assert.DoesNotContain(Canary, page.Body, StringComparison.Ordinal);
                }
            }
        }
        Assert.Empty(await desk.Host.Read(db => db.SignInLinks.Where(link => link.MemberId == others[0] && link.UsedAt != null).ToListAsync()));
    }

    // Ids that are somebody else's: a person, what they asked, kudos between two people, what one of them keeps for themselves; and nobody's.
    async Task<Guid[]> OthersRows()
    {
        await KeepsForThemselves(SlackDesk.Ben);
        var (alice, ben) = (await desk.Slack.Member(SlackDesk.Alice), await desk.Slack.Member(SlackDesk.Ben));
        var question = new Question { AskerId = ben, Words = $"May {Canary} be refunded?", AskedAt = desk.Host.Clock.Now.UtcDateTime, State = QuestionState.Triage };
        var kudos = new KudosGiven { FromId = ben, Words = $"between us two: {Canary}", Audience = KudosAudience.Receivers, At = desk.Host.Clock.Now.UtcDateTime };
        await desk.Host.Store.Do(async db =>
        {
            db.AddRange(question, kudos, new KudosReceipt { KudosId = kudos.Id, ToId = alice, At = kudos.At });
            return await db.SaveChangesAsync();
        }, default);
        return [alice, ben, question.Id, kudos.Id, .. await desk.Host.Read(db => db.Thoughts.Select(one => one.Id).ToListAsync()), Guid.Empty];
    }

    // A thought that is sorted out, with another one in its place, and one that is parked; each is kept, or the census would prove nothing.
    async Task KeepsForThemselves(string user)
    {
        var id = await desk.Slack.Member(user);
        var who = (await desk.Host.Services.GetRequiredService<Register>().Member(id, default))!;
        var forms = ActivatorUtilities.CreateInstance<ChatForms>(desk.Host.Services);
        await forms.Press(who, new Ref(CheckInCard.StepId, "/2"), default);
        var patterns = await Next(SortThought.Id, SortThought.WordsField, $"I always ruin every call, {Canary}");
        var swap = await forms.Submit(who, patterns.About, Filled(NamePattern.Field, NamePattern.NoneOfThese), default);
        await forms.Submit(who, Assert.IsType<Reply.Next>(swap).Form.About, Filled(SwapThought.OwnField, $"This one went badly, {Canary}"), default);
        await Next(ParkThought.Id, ParkThought.WordsField, $"the call about {Canary}");
        var cipher = (await desk.Host.Services.GetRequiredService<Vault>().Find(id, default))!;
        Assert.Equal(2, (await desk.Host.Read(db => db.Thoughts.Where(one => one.MemberId == id).ToListAsync())).Count(one => cipher.Read(one.Sealed).Contains(Canary, StringComparison.Ordinal)));
        Assert.Equal(1, await desk.Host.Read(db => db.CheckIns.CountAsync(one => one.MemberId == id)));

        async Task<Form> Next(string form, string field, string words) => Assert.IsType<Reply.Next>(await forms.Submit(who, new Ref(form), Filled(field, words), default)).Form;

        static Dictionary<string, IReadOnlyList<string>> Filled(string field, string value) => new() { [field] = [value] };
    }

    // Who may not come in at all had a session from before.
    async Task<(Browser Browser, MemberInfo Who)> As(Roles role)
    {
        await desk.Becomes(SlackDesk.Chloe, Roles.Hr);
        var browser = await desk.SignIn(SlackDesk.Chloe);
        await desk.Becomes(SlackDesk.Chloe, role);
        return (browser, (await desk.Host.Services.GetRequiredService<Register>().Member(await desk.Slack.Member(SlackDesk.Chloe), default))!);
    }

    static HttpStatusCode[] Expected(string route, For whose, MemberInfo who) => whose switch
    {
        For.Everybody => [HttpStatusCode.OK, HttpStatusCode.NotFound],
        _ when !Access.May(who, Right.UseConsole) => [HttpStatusCode.Redirect],
        For.SignedIn => [HttpStatusCode.NotFound],
        _ => [Access.May(who, ConsolePages.Find(route)!.Right) ? HttpStatusCode.OK : HttpStatusCode.Forbidden],
    };

    static bool NamesRow(string route) => route.Contains("{Id", StringComparison.Ordinal) || route is "/audit/file";

    static string Filled(string route, Guid other, string secret) => route.TrimStart('/')
        .Replace("{secret}", secret, StringComparison.Ordinal).Replace("{Id:guid}", other.ToString(), StringComparison.Ordinal).Replace("audit/file", $"audit/file?about={other}", StringComparison.Ordinal)
        .Replace("{**name}", "console.css", StringComparison.Ordinal).Replace("{name}", "MaterialSymbolsOutlined.woff2", StringComparison.Ordinal).Replace("{*path:nonfile}", "no-such-page", StringComparison.Ordinal);
}
