using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bench.Consoles;

/// <summary>A database of its own on a PostgreSQL server, with an organisation and its year; dropped in the end.</summary>
sealed class Database : IAsyncDisposable
{
    readonly string _server, _name = $"service_culture_console_{Environment.ProcessId}";
    readonly ServiceProvider _services;

    Database(string server)
    {
        _server = server;
        Connection = new NpgsqlConnectionStringBuilder(server) { Database = _name }.ConnectionString;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Database:Provider", "PostgreSql"), new("ConnectionStrings:ServiceCulture", Connection)]).Build();
        _services = new ServiceCollection().AddLogging().AddDatabase(configuration).AddSingleton(TimeProvider.System).AddSingleton<Register>().BuildServiceProvider();
    }

    public string Connection { get; }

    public IServiceProvider Services => _services;

    public IStore Store => _services.GetRequiredService<IStore>();

    public static async Task<Database> Make(string server, int kudos, int teams)
    {
        var database = new Database(server);
        await database.OnServer($"CREATE DATABASE {database._name}");
        await database.Store.Migrate(default);
        await using var db = database.Store.Open();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await Organisation.Fill(db, teams);
        await Year.Fill(db, kudos, teams);
        await Work.Fill(db);
        await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await OnServer($"DROP DATABASE {_name} WITH (FORCE)");
    }

    async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
