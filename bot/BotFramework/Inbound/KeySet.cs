using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace ServiceCulture.BotFramework;

/// <summary>A signing key of the Connector and the channels it may speak for.</summary>
sealed record ConnectorKey(JsonWebKey Key, IReadOnlySet<string> Endorsements);

/// <summary>The Connector's keys as one fetch found them.</summary>
sealed class KeySet(IEnumerable<JsonWebKey> keys, DateTimeOffset fetched)
{
    const int SmallestKeyBits = 2048;

    readonly FrozenDictionary<string, ConnectorKey> byId = keys
        .Where(IsUsable)
        .GroupBy(key => key.Kid, StringComparer.Ordinal)
        .ToFrozenDictionary(same => same.Key, same => new ConnectorKey(same.First(), Endorsements(same.First())), StringComparer.Ordinal);

    public DateTimeOffset Fetched => fetched;

    public bool IsEmpty => byId.Count == 0;

    public ConnectorKey? Find(string keyId) => byId.GetValueOrDefault(keyId);

    static bool IsUsable(JsonWebKey key) =>
        key is { Kty: JsonWebAlgorithmsKeyTypes.RSA, Kid.Length: > 0, HasPrivateKey: false }
        && key.KeySize >= SmallestKeyBits
        && (string.IsNullOrEmpty(key.Use) || key.Use == JsonWebKeyUseNames.Sig);

    static FrozenSet<string> Endorsements(JsonWebKey key)
    {
        var names = key.AdditionalData.TryGetValue("endorsements", out var value) ? value : null;
        IEnumerable<string?> texts = names switch
        {
            JsonElement { ValueKind: JsonValueKind.Array } array => array.EnumerateArray()
                .Where(name => name.ValueKind == JsonValueKind.String).Select(name => name.GetString()),
            string => [],
            System.Collections.IEnumerable list => list.Cast<object?>().Select(name => name as string ?? (name as JsonElement?)?.ToString()),
            _ => [],
        };
        return texts.OfType<string>().ToFrozenSet(StringComparer.Ordinal);
    }
}
