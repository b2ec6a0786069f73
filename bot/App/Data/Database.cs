using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ServiceCulture.Bot.Settings;

namespace ServiceCulture.Bot.Data;

/// <summary>Which database there is, and its schema.</summary>
public static class Database
{
    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        var connection = configuration.Section<ConnectionSettings>("ConnectionStrings").ServiceCulture;
        return configuration.Section<DatabaseSettings>("Database").Provider is DatabaseProvider.PostgreSql
            ? AddPostgres(services, connection)
            : AddSqlite(services, connection);
    }

    /// <summary>Brings the schema up to date.</summary>
    public static async Task Migrate(this IStore store, CancellationToken cancel)
    {
        await using var db = store.Open();
        await db.Database.MigrateAsync(cancel);
    }

    static IServiceCollection AddSqlite(IServiceCollection services, string connection)
    {
        var builder = new SqliteConnectionStringBuilder(connection) { ForeignKeys = false };
        if (builder.Mode is not SqliteOpenMode.Memory && Path.GetDirectoryName(builder.DataSource) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        return services
            .AddSingleton(new FirstQuery(() => new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite(builder.ConnectionString).Options)))
            .AddPooledDbContextFactory<SqliteDb>(db => db.UseSqlite(builder.ConnectionString))
            .AddSingleton<IStore>(it => new SqliteStore(it.GetRequiredService<IDbContextFactory<SqliteDb>>(), builder.ConnectionString));
    }

    static IServiceCollection AddPostgres(IServiceCollection services, string connection)
    {
        // Statements that come again are prepared by the server; there are few different ones.
        // Nothing is left behind on a connection, so it need not be reset either.
        var builder = new NpgsqlConnectionStringBuilder(connection) { NoResetOnClose = true };
        if (builder.MaxAutoPrepare == 0)
            builder.MaxAutoPrepare = 100;
        return services
            .AddSingleton(new FirstQuery(() => new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(builder.ConnectionString).Options)))
            .AddSingleton(_ => NpgsqlDataSource.Create(builder.ConnectionString))
            .AddSingleton<DbDataSource>(it => it.GetRequiredService<NpgsqlDataSource>())
            .AddPooledDbContextFactory<PostgresDb>((it, db) => db.UseNpgsql(it.GetRequiredService<NpgsqlDataSource>()))
            .AddSingleton<IStore, PostgresStore>();
    }
}
