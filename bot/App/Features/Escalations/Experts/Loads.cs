using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Escalations.Experts;

/// <summary>How many questions people have.</summary>
public static class Loads
{
    /// <summary>What they took in so long a time counts as lately.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromDays(14);

    /// <summary>Who is not among them has none.</summary>
    public static Task<IReadOnlyDictionary<Guid, Load>> Read(Db db, IReadOnlyCollection<Guid> members, DateTime now, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<Guid, Load>>(new Dictionary<Guid, Load>());
}
