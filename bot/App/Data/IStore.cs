namespace ServiceCulture.Bot.Data;

/// <summary>
/// The database behind the bot. Reading is done on a <see cref="Db"/> of one's own; every writing goes through
/// here, because SQLite has one writer (who commits many turns together) and PostgreSQL has many.
/// </summary>
public interface IStore
{
    /// <summary>A unit of work; dispose of it.</summary>
    Db Open();

    /// <summary>Writes the unit's changes, all or none, durable when the task ends.</summary>
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateException">See <see cref="UniqueViolation"/>: another turn was first.</exception>
    Task Save(Db db, CancellationToken cancel);

    /// <summary>Work that reads and writes in one transaction.</summary>
    Task<T> Do<T>(Func<Db, Task<T>> work, CancellationToken cancel);

    /// <summary>Statements that belong together, in one transaction and, where the database can, in one round trip. Parameters are @p0, @p1, …</summary>
    Task Execute(IReadOnlyList<Statement> statements, CancellationToken cancel);
}

/// <summary>An SQL statement in the words that both databases understand.</summary>
public readonly record struct Statement(string Sql, params object?[] Parameters);
