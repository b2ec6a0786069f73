using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Data;
using ServiceCulture.Tests.Slack;
using ServiceCulture.Tests.Slack.Endpoint;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Operating;

/// <summary>The program as an operator starts it: migrated by its command, in Production, with its workers and its schedule.</summary>
[Trait("Database", "Both")]
public sealed class WholeProgramTests : IAsyncLifetime
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    readonly CancellationTokenSource _late = new(Patience);
    TestDatabase _database = null!;
    SlackOverHttp _slack = null!;
    ServiceProvider _services = null!;

    public async ValueTask InitializeAsync()
    {
        (_database, _slack) = (await TestDatabase.Empty(), await SlackOverHttp.Start());
        _services = new ServiceCollection().AddDatabase(_database.Configuration).BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _slack.DisposeAsync();
        await _services.DisposeAsync();
        await _database.DisposeAsync();
        _late.Dispose();
    }

    [Fact]
    public async Task It_migrates_starts_is_ready_reads_its_people_and_answers_a_signed_command()
    {
        await Migrates();
        _slack.Slack.AddUser(SlackDesk.Alice, "Alice Arden");
        _slack.Slack.AddUser(SlackDesk.Ben, "Ben Brook");
        await using var program = new WholeProgram(Settings());
        await program.Listens(_late.Token);
        await WholeProgram.Until(async () => (await program.Client.GetAsync(new Uri("/healthz/ready", UriKind.Relative), _late.Token)).StatusCode is HttpStatusCode.OK, _late.Token);
        // The people come by a job of the schedule.
        await WholeProgram.Until(() => Read(db => db.Accounts.AnyAsync(account => account.ExternalId == SlackDesk.Ben)), _late.Token);
        if (TestDatabase.IsPostgres)
            Assert.Equal(1, await Read(db => db.Database.SqlQuery<int>($"""SELECT count(*)::int AS "Value" FROM qrtz_scheduler_state""").SingleAsync()));

        var said = await program.PostSigned(Command($"<@{SlackDesk.Ben}> {SlackDesk.Deed}"), SlackSigned.FormType, _late.Token);
        Assert.Equal(HttpStatusCode.OK, said.Status);
        Assert.Contains("on their way", said.Body, StringComparison.Ordinal);
        await WholeProgram.Until(() => Task.FromResult(_slack.Slack.Of("chat.postMessage").Count >= 2), _late.Token);
        Assert.Contains(SlackDesk.Deed, Assert.Single(_slack.Slack.In(FakeSlack.Direct(SlackDesk.Ben))).ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(_slack.Slack.Faults);
    }

    [Fact]
    public async Task Before_it_is_migrated_it_does_not_start()
    {
        await using var program = new WholeProgram(Settings());
        Assert.NotEqual(0, await program.Ended(_late.Token));
    }

    async Task Migrates()
    {
        await using var migrating = new WholeProgram(Settings(), "migrate");
        Assert.Equal(0, await migrating.Ended(_late.Token));
        Assert.Contains("The database is up to date.", migrating.Output, StringComparison.Ordinal);
    }

    async Task<T> Read<T>(Func<Db, Task<T>> read)
    {
        await using var db = _services.GetRequiredService<IStore>().Open();
        return await read(db);
    }

    Dictionary<string, string> Settings() => new()
    {
        ["Urls"] = "http://127.0.0.1:0",
        ["Database:Provider"] = TestDatabase.Provider,
        ["ConnectionStrings:ServiceCulture"] = _database.Connection,
        ["ConnectionStrings:Keys"] = _database.Keys,
        ["Privacy:MasterKey"] = Convert.ToBase64String(new byte[32]),
        ["Slack:SigningSecret"] = SlackSigned.Secret,
        ["Slack:BotToken"] = FakeSlack.Token,
        ["Slack:ApiUrl"] = _slack.ApiUrl,
    };

    static string Command(string text) => string.Join('&', new Dictionary<string, string>
    {
        ["token"] = "verification-token",
        ["team_id"] = FakeSlack.Team,
        ["team_domain"] = "test-workspace",
        ["channel_id"] = SlackDesk.General,
        ["channel_name"] = "general",
        ["user_id"] = SlackDesk.Alice,
        ["user_name"] = "alice",
        ["command"] = "/kudos",
        ["text"] = text,
        ["api_app_id"] = "A01APP",
        ["response_url"] = "https://hooks.slack.com/actions/T01TEST/1/x",
        ["trigger_id"] = "3094860051.1.e216b532e1eb4734bcf92a8b",
    }.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));
}
