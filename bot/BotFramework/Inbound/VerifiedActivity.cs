namespace ServiceCulture.BotFramework;

/// <summary>
/// A request body whose sender was verified. Only this project can make one, so whatever takes it can't be handed
/// an unverified body by mistake.
/// </summary>
public sealed class VerifiedActivity
{
    internal VerifiedActivity(ReadOnlyMemory<byte> body, ActivityOrigin origin, string tenantId)
    {
        Body = body;
        ChannelId = origin.ChannelId;
        ServiceUrl = origin.ServiceUrl;
        TenantId = tenantId;
    }

    /// <summary>The body as it came. It is not copied: keep it unchanged while this lives.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The Entra tenant of whoever acted; one of the allowed ones.</summary>
    public string TenantId { get; }

    /// <summary>Where replies go; it passed <see cref="ServiceUrls"/>. Check it again at send time.</summary>
    public string ServiceUrl { get; }

    /// <summary>The channel, such as <c>msteams</c>.</summary>
    public string ChannelId { get; }
}
