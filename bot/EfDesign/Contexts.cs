using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.EfDesign;

/// <summary>What dotnet-ef asks for when a migration is added; it never connects. See docs/operating.md.</summary>
sealed class SqliteAtDesign : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options);
}

sealed class PostgresAtDesign : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=localhost").Options);
}

static class Program
{
    static void Main() => Console.WriteLine("Nothing to run here: dotnet ef migrations add Name --project bot/App --startup-project bot/EfDesign --context SqliteDb --output-dir Data/Migrations/Sqlite");
}
