using Microsoft.EntityFrameworkCore.Metadata;

namespace ServiceCulture.Bot.Data;

/// <summary>
/// EF's model of the rows, made while the rest of the program is put together: nothing in a start takes longer, and it needs
/// nothing of the rest.
/// </summary>
public sealed class ModelAhead(Func<Db> open)
{
    readonly Task<IModel> _made = Task.Run(async () =>
    {
        await using var db = open();
        return db.Model;
    });

    /// <summary>The model; waits until it is there.</summary>
    public IModel Model => _made.GetAwaiter().GetResult();
}
