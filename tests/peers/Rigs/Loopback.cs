using System.Net;
using System.Net.Sockets;

namespace ServiceCulture.Tests.Peers.Rigs;

static class Loopback
{
    /// <summary>A port nobody listens on at the moment of asking.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static Uri At(int port) => new($"http://127.0.0.1:{port}/");
}

/// <summary>Waiting for what another process does: looked at again and again, never slept through.</summary>
static class Eventually
{
    public static async Task<T> SeeAsync<T>(Func<Task<T?>> look, string what, TimeSpan? within = null) where T : class
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var deadline = new CancellationTokenSource(within ?? TimeSpan.FromSeconds(20));
        try
        {
            do
            {
                if (await look() is { } seen) return seen;
            }
            while (await timer.WaitForNextTickAsync(deadline.Token));
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
        }
        throw new TimeoutException($"Never seen: {what}.");
    }

    public static Task<T> SeeAsync<T>(Func<T?> look, string what, TimeSpan? within = null) where T : class =>
        SeeAsync(() => Task.FromResult(look()), what, within);
}
