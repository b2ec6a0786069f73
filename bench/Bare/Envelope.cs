using System.Text.Json.Serialization;

namespace ServiceCulture.Bench.Bare;

/// <summary>An Events API delivery, as far as a bot needs it. https://docs.slack.dev/apis/events-api</summary>
sealed record Envelope(string Type, string TeamId, string EventId, MessageEvent? Event);

sealed record MessageEvent(string Type, string? Subtype, string? User, string? Channel, string? ChannelType, string? Text, string? Ts, string? ThreadTs);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Envelope))]
sealed partial class Wire : JsonSerializerContext;
