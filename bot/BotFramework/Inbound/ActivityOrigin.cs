using System.Text.Json;

namespace ServiceCulture.BotFramework;

/// <summary>The few fields of a body that are compared with its token, read without building a document.</summary>
readonly record struct ActivityOrigin(string ChannelId, string ServiceUrl, string? DataTenant, string? ConversationTenant)
{
    /// <summary>Null when the body is not a JSON object, or one of these fields is repeated or not a string.</summary>
    public static ActivityOrigin? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject ? ReadActivity(ref reader) : null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            // InvalidOperationException is how the reader names a string that is not Unicode.
            return null;
        }
    }

    /// <summary>The tenant, or why there is none.</summary>
    public string? Tenant(out TokenRefusal refusal)
    {
        refusal = TokenRefusal.TenantMissing;
        if (DataTenant is not null && ConversationTenant is not null
            && !DataTenant.Equals(ConversationTenant, StringComparison.OrdinalIgnoreCase))
        {
            refusal = TokenRefusal.TenantAmbiguous;
            return null;
        }
        return DataTenant ?? ConversationTenant;
    }

    static ActivityOrigin? ReadActivity(ref Utf8JsonReader reader)
    {
        Once channel = default, serviceUrl = default, data = default, conversation = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var fits = reader.ValueTextEquals("channelId"u8) ? channel.Text(ref reader)
                : reader.ValueTextEquals("serviceUrl"u8) ? serviceUrl.Text(ref reader)
                : reader.ValueTextEquals("channelData"u8) ? data.Within(ref reader, "tenant"u8, "id"u8)
                : reader.ValueTextEquals("conversation"u8) ? conversation.Within(ref reader, "tenantId"u8, default)
                : Skip(ref reader);
            if (!fits)
                return null;
        }
        // The loop ends at the closing brace; whatever follows it makes Read throw.
        while (reader.Read()) { }
        return new(channel.Value ?? "", serviceUrl.Value ?? "", data.Value, conversation.Value);
    }

    static bool Skip(ref Utf8JsonReader reader)
    {
        reader.Skip();
        return true;
    }

    /// <summary>A field that may stand once only. An empty string and null count as absent.</summary>
    struct Once
    {
        bool seen;

        public string? Value { get; private set; }

        public bool Text(ref Utf8JsonReader reader)
        {
            if (!First(ref reader) || reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null))
                return false;
            Value = reader.GetString() is { Length: > 0 } value ? value : null;
            return true;
        }

        public bool Within(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, ReadOnlySpan<byte> below)
        {
            if (!First(ref reader))
                return false;
            if (reader.TokenType == JsonTokenType.Null)
                return true;
            if (reader.TokenType != JsonTokenType.StartObject)
                return false;
            Once inner = default;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var fits = !reader.ValueTextEquals(name) ? Skip(ref reader)
                    : below.IsEmpty ? inner.Text(ref reader) : inner.Within(ref reader, below, default);
                if (!fits)
                    return false;
            }
            Value = inner.Value;
            return true;
        }

        bool First(ref Utf8JsonReader reader)
        {
            var first = !seen;
            seen = true;
            return reader.Read() && first;
        }
    }
}
