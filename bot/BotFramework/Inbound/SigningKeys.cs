using System.Net;
using System.Text;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace ServiceCulture.BotFramework;

/// <summary>
/// The Connector's keys, fetched when needed and by one caller at a time. Our own, because ConfigurationManager knows
/// no TimeProvider and refreshes more often than a flood of unknown key ids should make it.
/// </summary>
sealed class SigningKeys(string metadataUrl, HttpClient http, TimeProvider clock)
{
    /// <summary>Keys are fetched anew at this age.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(5);

    /// <summary>How long keys over their age still serve while they can't be fetched.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(24);

    /// <summary>Between two fetches while we have keys.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    static readonly TimeSpan FetchTimeout = TimeSpan.FromSeconds(10);

    readonly Lock gate = new();
    readonly Documents documents = new(http);
    KeySet? current;
    DateTimeOffset lastAttempt = DateTimeOffset.MinValue;
    Task<KeySet?>? running;

    /// <summary>What went wrong in the last fetch.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>The keys; null when there are none and none could be fetched.</summary>
    public async ValueTask<KeySet?> Current(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var known = Volatile.Read(ref current);
        if (known is not null && now - known.Fetched < Lifetime)
            return known;
        if (await Refresh(now, cancellation).ConfigureAwait(false) is { } fresh)
            return fresh;
        return known is not null && Serves(known, now) ? known : null;
    }

    /// <summary>Looks again because a token named a key that is not in <paramref name="seen"/>.</summary>
    public async ValueTask<KeySet> Newer(KeySet seen, CancellationToken cancellation)
    {
        var known = Volatile.Read(ref current);
        if (known is not null && !ReferenceEquals(known, seen))
            return known;
        return await Refresh(clock.GetUtcNow(), cancellation).ConfigureAwait(false) ?? seen;
    }

    static bool Serves(KeySet keys, DateTimeOffset now) => now - keys.Fetched < Lifetime + Grace;

    async ValueTask<KeySet?> Refresh(DateTimeOffset now, CancellationToken cancellation)
    {
        Task<KeySet?> fetch;
        lock (gate)
        {
            // A failed fetch is forgotten at once while we have nothing; with keys in hand, we can wait.
            if (running is null && current is not null && Serves(current, now) && now - lastAttempt < Pause)
                return null;
            lastAttempt = running is null ? now : lastAttempt;
            fetch = running ??= Task.Run(Fetch, CancellationToken.None);
        }
        // One impatient caller must not take the keys from the others.
        return await fetch.WaitAsync(cancellation).ConfigureAwait(false);
    }

    async Task<KeySet?> Fetch()
    {
        try
        {
            using var timeout = new CancellationTokenSource(FetchTimeout, clock);
            var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(metadataUrl, documents, timeout.Token).ConfigureAwait(false);
            var found = new KeySet(metadata.JsonWebKeySet?.Keys ?? [], clock.GetUtcNow());
            return found.IsEmpty ? Done(null, new InvalidDataException("The metadata names no key that can be used.")) : Done(found, null);
        }
        catch (Exception failure)
        {
            // The retriever throws many kinds for one thing: no keys this time. Without keys the caller refuses as
            // KeysUnavailable; the failure itself is kept for the log.
            return Done(null, failure);
        }
    }

    KeySet? Done(KeySet? found, Exception? failure)
    {
        lock (gate)
        {
            if (found is not null)
                Volatile.Write(ref current, found);
            Failure = failure;
            running = null;
        }
        return found;
    }

    /// <summary>Gets documents over https (http on loopback) from exactly the address asked for.</summary>
    sealed class Documents(HttpClient http) : IDocumentRetriever
    {
        const int LargestDocument = 1024 * 1024;

        public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
        {
            if (!BotFrameworkOptions.IsSafeUrl(address))
                throw new HttpRequestException("The metadata names an address that is not https.");
            var uri = new Uri(address);
            using var answer = await http.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
            if (answer.StatusCode != HttpStatusCode.OK || (answer.RequestMessage?.RequestUri is { } final && final != uri))
                throw new HttpRequestException("The metadata was not there.", null, answer.StatusCode);
            var bytes = await BotHttp.ReadCapped(answer.Content, LargestDocument, cancel).ConfigureAwait(false)
                ?? throw new HttpRequestException("The metadata is too long.");
            return Encoding.UTF8.GetString(bytes);
        }
    }
}
