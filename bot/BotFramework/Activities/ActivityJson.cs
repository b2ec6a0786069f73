using System.Text.Json;
using System.Text.Unicode;

namespace ServiceCulture.BotFramework;

/// <summary>Whether bytes are JSON that can be read to the end without a surprise.</summary>
static class ActivityJson
{
    /// <summary>
    /// UTF-8, JSON, and every string in it Unicode. System.Text.Json checks the last only when a string is read, and then
    /// throws; checked once here, whoever gets an element later may read it without fear.
    /// </summary>
    public static bool IsSound(ReadOnlySpan<byte> json, int maxDepth)
    {
        if (!Utf8.IsValid(json))
            return false;
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth });
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                    _ = reader.GetString();
            }
            return true;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
