using System.Net;
using System.Threading.RateLimiting;

namespace ServiceCulture.Bot.HrConsole.Shell;

/// <summary>How much one address, and one person, may ask of the console in a minute.</summary>
public sealed class Limits : IDisposable
{
    /// <summary>Of one address. Many people may sit behind one.</summary>
    public const int RequestsOfAnAddress = 3000;

    /// <summary>Sign-ins tried from one address.</summary>
    public const int SignInsOfAnAddress = 30;

    /// <summary>Requests and acts of one person.</summary>
    public const int OfAPerson = 600;

    readonly PartitionedRateLimiter<IPAddress> _addresses = A<IPAddress>(RequestsOfAnAddress), _signIns = A<IPAddress>(SignInsOfAnAddress);
    readonly PartitionedRateLimiter<Guid> _people = A<Guid>(OfAPerson);

    internal bool Address(IPAddress? address) => Take(_addresses, address ?? IPAddress.None);

    internal bool SignIn(IPAddress? address) => Take(_signIns, address ?? IPAddress.None);

    internal bool Person(Guid member) => Take(_people, member);

    public void Dispose()
    {
        _addresses.Dispose();
        _signIns.Dispose();
        _people.Dispose();
    }

    static bool Take<T>(PartitionedRateLimiter<T> limiter, T whose)
    {
        using var lease = limiter.AttemptAcquire(whose);
        return lease.IsAcquired;
    }

    static PartitionedRateLimiter<T> A<T>(int aMinute) where T : notnull => PartitionedRateLimiter.Create<T, T>(whose =>
        RateLimitPartition.GetFixedWindowLimiter(whose, _ => new FixedWindowRateLimiterOptions { PermitLimit = aMinute, Window = TimeSpan.FromMinutes(1) }));
}
