using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Tests.Data;

/// <summary>The model that was written down as code says of every row what EF finds out from the entities.</summary>
public sealed class CompiledModelTests
{
    [Fact]
    public void The_written_model_for_SQLite_is_that_of_the_entities() =>
        Compare(new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options), ServiceCulture.Bot.Data.Compiled.Sqlite.SqliteDbModel.Instance);

    [Fact]
    public void The_written_model_for_PostgreSQL_is_that_of_the_entities() =>
        Compare(new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=localhost").Options), ServiceCulture.Bot.Data.Compiled.Postgres.PostgresDbModel.Instance);

    static void Compare(Db db, IModel written)
    {
        using var _ = db;
        Assert.Same(written.GetType(), db.Model.GetType());
        var found = db.GetService<IModelSource>().GetModel(db, db.GetService<ModelCreationDependencies>(), designTime: false);
        Assert.True(Told(found) == Told(db.Model), "An entity was changed since the model was written down. Run bot/EfDesign/compile-model.");
    }

    static string Told(IModel model) => model.ToDebugString(MetadataDebugStringOptions.LongDefault);
}
