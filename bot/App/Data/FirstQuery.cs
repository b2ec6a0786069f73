using Microsoft.EntityFrameworkCore;

namespace ServiceCulture.Bot.Data;

/// <summary>
/// The first query takes EF far longer than any other: it is made, and not sent, while the rest of the program is put
/// together. Nothing in a start takes longer, and it needs nothing of the rest.
/// </summary>
public sealed class FirstQuery(Func<Db> open)
{
    /// <summary>Ends when it is made; fails where EF can't make one.</summary>
    public Task Made { get; } = Task.Run(() =>
    {
        using var db = open();
        return db.Policies.Where(policy => policy.Key.Length == 0).ToQueryString();
    });
}
