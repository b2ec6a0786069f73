using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Kudos;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Data;

/// <summary>Units that only add rows are written without EF's update pipeline: nobody may notice, but for the time.</summary>
public sealed class NewRowsTests : OverTheDatabase
{
    static readonly DateTime Then = new DateTime(2026, 3, 4, 5, 6, 7, DateTimeKind.Utc).AddTicks(1_234_560);

    // Their keys are counted by the database; values, packs and programmes hold lists.
    static readonly string[] LeftToEf = ["AuditEntry", "CoreValue", "Installation", "LocalPost", "Place", "Programme", "PromptPack", "ValuePack"];

    [Fact]
    public async Task What_is_not_plain_is_left_to_EF_and_nothing_else()
    {
        await using var db = Store.Open();
        Assert.Equal(LeftToEf, db.Model.GetEntityTypes().Where(type => TableOfRows.Of(type) is null).Select(type => type.ClrType.Name).Order());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_entity_stands_in_the_database_as_EF_would_have_written_it(bool filled)
    {
        await using var model = Store.Open();
        foreach (var type in model.Model.GetEntityTypes().Where(type => TableOfRows.Of(type) is not null))
        {
            var entity = Sample(type, filled);
            var ours = await Written(type, entity, (db, cancel) => Store.Save(db, cancel));
            var efs = await Written(type, entity, (db, cancel) => db.SaveChangesAsync(cancel));
            Assert.Equal(efs, ours);
            Assert.Equal(filled ? 0 : type.GetProperties().Count(property => property.IsNullable), ours.Count(value => value is null));
        }
    }

    [Fact]
    public async Task One_refused_row_leaves_nothing_of_its_unit()
    {
        await Save(new Team { Name = "Care" });
        await using var db = Store.Open();
        db.AddRange(Seen("E1"), new Team { Name = "Billing" }, new Team { Name = "Care" }, Seen("E2"));
        Assert.True(UniqueViolation.IsIn(await Assert.ThrowsAsync<DbUpdateException>(() => Store.Save(db, default)), "Teams"));
        Assert.Equal(["Care"], await Bot.Read(other => other.Teams.Select(team => team.Name).ToListAsync()));
        Assert.Empty(await Bot.Read(other => other.Seen.ToListAsync()));
    }

    [Fact]
    public async Task One_refused_unit_takes_none_along_that_was_saved_at_the_same_time()
    {
        await Save(new Team { Name = "Care" });
        var saves = Enumerable.Range(0, 100).Select(n => Task.Run(async () => await Record.ExceptionAsync(() => Save(Seen($"E{n}"), new Team { Name = n % 10 == 0 ? "Care" : $"Team {n}" })))).ToList();
        var failures = (await Task.WhenAll(saves)).OfType<Exception>().ToList();
        Assert.Equal(10, failures.Count);
        Assert.All(failures, failure => Assert.True(UniqueViolation.IsIn(failure, "Teams")));
        Assert.Equal(90, await Bot.Read(db => db.Seen.CountAsync()));
        Assert.Equal(91, await Bot.Read(db => db.Teams.CountAsync()));
    }

    [Fact]
    public async Task What_was_saved_is_not_saved_again()
    {
        await using var db = Store.Open();
        var team = new Team { Name = "Care" };
        db.Add(team);
        await Store.Save(db, default);
        Assert.False(db.ChangeTracker.HasChanges());
        team.Name = "Customer Care";
        db.Add(Seen("E"));
        await Store.Save(db, default);
        Assert.Equal("Customer Care", await Bot.Read(other => other.Teams.Select(one => one.Name).SingleAsync()));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task What_is_only_added_is_written_with_whatever_else_changes_once(bool changes, bool byEf)
    {
        await Save(new Team { Name = "Care" });
        await using var db = Store.Open();
        db.AddOnly(Seen("E"));
        Assert.True(NewRows.AnythingToWrite(db));
        if (changes)
            (await db.Teams.SingleAsync()).Name = "Customer Care";
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        for (var time = 0; time < 2; time++)
            await (byEf ? db.SaveChangesAsync() : Store.Save(db, default));
        Assert.Equal(["E"], await Bot.Read(other => other.Seen.Select(seen => seen.EventId).ToListAsync()));
        Assert.Equal(changes ? "Customer Care" : "Care", await Bot.Read(other => other.Teams.Select(one => one.Name).SingleAsync()));
    }

    [Fact]
    public async Task What_was_only_added_and_never_saved_goes_with_its_unit()
    {
        for (var time = 0; time < 3; time++)
        {
            await using var db = Store.Open();
            Assert.False(NewRows.AnythingToWrite(db));
            db.AddOnly(Seen("E"));
        }
        await Save(Seen("F"));
        Assert.Equal(["F"], await Bot.Read(other => other.Seen.Select(seen => seen.EventId).ToListAsync()));
    }

    [Fact]
    public async Task No_row_holds_another_so_what_is_only_added_needs_no_second_look()
    {
        await using var db = Store.Open();
        Assert.All(db.Model.GetEntityTypes(), type => Assert.Empty(type.GetNavigations()));
    }

    [Fact]
    public async Task What_a_unit_would_write_is_known_with_and_without_a_second_look()
    {
        await Save(new Team { Name = "Care" });
        await using (var read = Store.Open())
        {
            await read.Teams.ToListAsync();
            Assert.False(NewRows.AnythingToWrite(read));
        }
        await using (var added = Store.Open())
        {
            Assert.False(NewRows.AnythingToWrite(added));
            var late = new Team { Name = "Bil" };
            added.Add(late);
            late.Name = "Billing";
            Assert.True(NewRows.AnythingToWrite(added));
            await Store.Save(added, default);
        }
        await using (var both = Store.Open())
        {
            (await both.Teams.SingleAsync(team => team.Name == "Care")).Name = "Customer Care";
            Assert.True(NewRows.AnythingToWrite(both));
            await Store.Save(both, default);
        }
        await using (var removed = Store.Open())
        {
            removed.Remove(await removed.Teams.SingleAsync(team => team.Name == "Billing"));
            Assert.True(NewRows.AnythingToWrite(removed));
        }
        Assert.Equal(["Billing", "Customer Care"], await Bot.Read(db => db.Teams.Select(team => team.Name).Order().ToListAsync()));
    }

    [Fact]
    public async Task A_unit_that_also_changes_something_is_left_to_EF()
    {
        await Save(new Team { Name = "Care" });
        await using var db = Store.Open();
        (await db.Teams.SingleAsync()).Name = "Customer Care";
        db.Add(Seen("E"));
        Assert.Null(NewRows.Of(db));
    }

    [Fact]
    public async Task A_turn_of_kudos_only_adds_rows()
    {
        await using var db = Store.Open();
        var kudos = new KudosGiven { FromId = Guid.NewGuid(), Words = "Stayed until it was solved", Audience = KudosAudience.Public, At = Then };
        db.AddRange(kudos, new KudosReceipt { KudosId = kudos.Id, ToId = Guid.NewGuid(), At = Then }, new KudosValue { KudosId = kudos.Id, ValueId = "patience" }, Seen("E"));
        Assert.Equal(4, NewRows.Of(db)?.Rows.Count);
    }

    IStore Store => Bot.Get<IStore>();

    static SeenEvent Seen(string id) => new() { InstallationId = 1, EventId = id, At = Then };

    async Task Save(params object[] rows)
    {
        await using var db = Store.Open();
        db.AddRange(rows);
        await Store.Save(db, default);
    }

    // The row as the database holds it, alone in its table.
    async Task<List<object?>> Written(IEntityType type, object entity, Func<Db, CancellationToken, Task> save)
    {
        await using var db = Store.Open();
        await Ask(db, $"DELETE FROM \"{type.GetTableName()}\"");
        db.Add(entity);
        await save(db, default);
        return Assert.Single(await Ask(db, $"SELECT {string.Join(", ", type.GetProperties().Select(property => $"\"{property.GetColumnName()}\""))} FROM \"{type.GetTableName()}\""));
    }

    static async Task<List<List<object?>>> Ask(Db db, string sql)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<List<object?>>();
        while (await reader.ReadAsync())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(at => reader.IsDBNull(at) ? null : reader.GetValue(at))]);
        return rows;
    }

    static object Sample(IEntityType type, bool filled)
    {
        var entity = RuntimeHelpers.GetUninitializedObject(type.ClrType);
        foreach (var property in type.GetProperties())
            property.PropertyInfo!.SetValue(entity, property.IsNullable && !filled ? null : Value(Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType, property.Name));
        return entity;
    }

    static object Value(Type type, string name) => type switch
    {
        _ when type == typeof(string) => $"{name}: it's “naïve” 🙂\\ {{0}}",
        _ when type == typeof(Guid) => Guid.NewGuid(),
        _ when type == typeof(DateTime) => Then,
        _ when type == typeof(bool) => true,
        _ when type == typeof(DateOnly) => new DateOnly(2026, 3, 4),
        _ when type == typeof(byte[]) => new byte[] { 0, 1, 255 },
        { IsEnum: true } => Enum.GetValues(type).Cast<object>().Last(),
        _ => Convert.ChangeType(7, type, System.Globalization.CultureInfo.InvariantCulture),
    };
}
