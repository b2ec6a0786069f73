using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ServiceCulture.Bot.Data;

[assembly: AssemblyFixture(typeof(ServiceCulture.Tests.Support.TemplateCleaning))]

namespace ServiceCulture.Tests.Support;

/// <summary>
/// A database of a test's own, copied from a template that is migrated once: a SQLite file, or a PostgreSQL database
/// where SERVICE_CULTURE_TEST_POSTGRES holds a connection string of a server.
/// </summary>
sealed class TestDatabase : IAsyncDisposable
{
    static readonly string? Server = Environment.GetEnvironmentVariable("SERVICE_CULTURE_TEST_POSTGRES") is { Length: > 0 } said ? said : null;
    static readonly SemaphoreSlim OneAtATime = new(1);
    static readonly Dictionary<Func<TestDatabase, Task>, TestDatabase> Templates = [];
    static int _count;

    readonly string _name = $"service_culture_test_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";

    public static bool IsPostgres => Server is not null;

    string File => Path.Combine(Path.GetTempPath(), _name + ".db");

    // To the letter what the bot makes of it: connections are pooled by that, and a pool is let go by it.
    public string Connection => Server is null
        ? new SqliteConnectionStringBuilder { DataSource = File, ForeignKeys = false }.ConnectionString
        : new NpgsqlConnectionStringBuilder(Server) { Database = _name, MaxPoolSize = 20, MaxAutoPrepare = 100 }.ConnectionString;

    /// <summary>As the settings call it.</summary>
    public static string Provider => Server is null ? "Sqlite" : "PostgreSql";

    /// <summary>The key store's own file, on either database.</summary>
    public string Keys => new SqliteConnectionStringBuilder { DataSource = KeyFile, Pooling = false }.ConnectionString;

    public string KeyFile => Path.Combine(Path.GetTempPath(), _name + ".keys.db");

    public IConfiguration Configuration => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Database:Provider"] = Provider,
        ["ConnectionStrings:ServiceCulture"] = Connection,
        ["ConnectionStrings:Keys"] = Keys,
    }).Build();

    /// <param name="prepare">Fills the template, the first time; each has one of its own.</param>
    public static async Task<TestDatabase> Create(Func<TestDatabase, Task> prepare)
    {
        await OneAtATime.WaitAsync();
        try
        {
            if (!Templates.TryGetValue(prepare, out var template))
                Templates[prepare] = template = await Template(prepare);
            var database = new TestDatabase();
            if (Server is null)
                System.IO.File.Copy(template.File, database.File, overwrite: true);
            else
                await OnServer($"CREATE DATABASE {database._name} TEMPLATE {template._name}");
            return database;
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    /// <summary>For a template with the schema and nothing in it.</summary>
    public static async Task Migrated(TestDatabase database)
    {
        await using var services = new ServiceCollection().AddLogging().AddDatabase(database.Configuration).BuildServiceProvider();
        await services.GetRequiredService<IStore>().Migrate(default);
    }

    /// <summary>One with nothing in it, no schema either.</summary>
    public static async Task<TestDatabase> Empty()
    {
        var database = new TestDatabase();
        if (Server is not null)
            await OnServer($"CREATE DATABASE {database._name}");
        return database;
    }

    /// <summary>Removes the templates, once all tests are over.</summary>
    public static async Task DropTemplates()
    {
        foreach (var template in Templates.Values)
            await template.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await LetGo();
        foreach (var file in new[] { KeyFile, KeyFile + "-wal", KeyFile + "-shm" })
            System.IO.File.Delete(file);
        if (Server is not null)
            await OnServer($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
        else
            foreach (var file in new[] { File, File + "-wal", File + "-shm" })
                System.IO.File.Delete(file);
    }

    static async Task<TestDatabase> Template(Func<TestDatabase, Task> prepare)
    {
        var template = await Empty();
        await prepare(template);
        await template.LetGo();
        return template;
    }

    // A database that somebody still holds open can be neither copied nor dropped.
    async Task LetGo()
    {
        if (Server is null)
        {
            await using var connection = new SqliteConnection(Connection);
            SqliteConnection.ClearPool(connection);
        }
        else
        {
            await using var connection = new NpgsqlConnection(Connection);
            NpgsqlConnection.ClearPool(connection);
        }
    }

    static async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>Cleans up when all tests are over.</summary>
public sealed class TemplateCleaning : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await TestDatabase.DropTemplates();
}
