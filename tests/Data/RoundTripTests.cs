using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Kudos;
using ServiceCulture.Cards;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Data;

/// <summary>A turn's cost is its round trips.</summary>
public sealed class RoundTripTests : OverTheDatabase
{
    readonly RememberedLog _log = new();

    private protected override void With(IServiceCollection services)
    {
        if (TestDatabase.IsPostgres)
            services.AddSingleton(it => new NpgsqlDataSourceBuilder(it.GetRequiredService<TestDatabase>().Connection)
                .UseLoggerFactory(LoggerFactory.Create(log => log.SetMinimumLevel(LogLevel.Debug).AddProvider(_log))).Build());
    }

    [Fact]
    public async Task Saving_kudos_is_one_round_trip_on_PostgreSQL()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "SERVICE_CULTURE_TEST_POSTGRES holds no connection string: round trips are counted on PostgreSQL only.");
        var (mia, _) = (await Bot.Member("Mia Storm"), await Bot.Member("Ben Rivers", on: Channel.Teams));
        var floor = await Bot.Place("floor");
        await Bot.Types(mia, "kudos @Ben #patience stayed with the first caller until it was solved", at: floor);

        _log.Lines.Clear();
        await Bot.Types(mia, "kudos @Ben #patience stayed with the second caller until it was solved", at: floor);

        var writing = _log.Lines.Where(line => line.Contains("INSERT INTO", StringComparison.Ordinal) || line.Contains("BEGIN", StringComparison.Ordinal) || line.Contains("COMMIT", StringComparison.Ordinal)).ToList();
        var batch = Assert.Single(writing);
        foreach (var table in new[] { "\"Kudos\"", "\"KudosReceipts\"", "\"KudosValues\"", "\"Messages\"", "\"Seen\"" })
            Assert.Contains($"INSERT INTO {table}", batch);
    }
}
