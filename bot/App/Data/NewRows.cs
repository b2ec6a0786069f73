using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ServiceCulture.Bot.Data;

/// <summary>
/// A unit of work that only adds rows, as nearly every turn's does. EF's update pipeline, which asks for each row what it
/// might be, costs more than all the rest of a turn; such a unit is taken out of it and written by statements made once.
/// </summary>
sealed class NewRows
{
    static readonly ConcurrentDictionary<IEntityType, TableOfRows?> Tables = [];

    readonly List<(TableOfRows Table, object?[] Values)> _rows = [];

    NewRows()
    {
    }

    /// <summary>In the order in which they were added.</summary>
    public IReadOnlyList<(TableOfRows Table, object?[] Values)> Rows => _rows;

    /// <returns>Null where anything of it is not simply new: then it is EF's.</returns>
    public static NewRows? Of(Db db)
    {
        // Someone's own transaction is EF's too.
        if (db.Database.CurrentTransaction is not null)
            return null;
        var rows = new NewRows();
        foreach (var row in db.OnlyAdded)
            if (Tables.GetOrAdd(db.Model.FindEntityType(row.GetType())!, TableOfRows.Of) is { } table)
                rows._rows.Add((table, table.Read(row)));
            else
                return null;
        foreach (var entry in db.ChangeTracker.Entries())
            if (entry.State is EntityState.Added && Tables.GetOrAdd(entry.Metadata, TableOfRows.Of) is { } table)
                rows._rows.Add((table, table.Read(entry.Entity)));
            else if (entry.State is not EntityState.Unchanged)
                return null;
        return rows;
    }

    /// <summary>
    /// Whether the unit of work, complete now, would write anything. EF looks at every value of every row for that; rows know
    /// each other by ids alone, so what is only added needs no such look.
    /// </summary>
    public static bool AnythingToWrite(Db db)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var anything = db.OnlyAdded.Count > 0;
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State is not EntityState.Added)
            {
                db.ChangeTracker.DetectChanges();
                return anything || db.ChangeTracker.HasChanges();
            }
            anything = true;
        }
        return anything;
    }

    /// <summary>What a caller of a save is told, whoever wrote it.</summary>
    public static DbUpdateException Refused(Exception why) => new("The rows could not be saved.", why);
}
