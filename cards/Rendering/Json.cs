using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ServiceCulture.Cards.Rendering;

/// <summary>JSON written straight to bytes. Emoji stay as they are: escaped they would take three times the room.</summary>
static class Json
{
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = false };

    internal static string Write<T>(T what, Action<Utf8JsonWriter, T> write)
    {
        var bytes = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(bytes, Options))
            write(json, what);
        return Unescaped(Encoding.UTF8.GetString(bytes.WrittenSpan));
    }

    // The encoder escapes what lies beyond the first 65,536 characters whatever it is told: 12 bytes for an emoji's 4.
    static string Unescaped(string json)
    {
        if (!json.Contains("\\uD", StringComparison.Ordinal))
            return json;
        var (lean, from) = (new StringBuilder(json.Length), 0);
        for (var at = json.IndexOf('\\', StringComparison.Ordinal); at >= 0; at = json.IndexOf('\\', from))
        {
            lean.Append(json, from, at - from);
            from = at + Unescape(json, at, lean);
        }
        return lean.Append(json, from, json.Length - from).ToString();
    }

    static int Unescape(string json, int at, StringBuilder lean)
    {
        const int pair = 12;
        if (at + pair <= json.Length && Unit(json, at) is var high && Unit(json, at + 6) is var low && char.IsSurrogatePair(high, low))
        {
            lean.Append(high).Append(low);
            return pair;
        }
        lean.Append(json, at, 2);
        return 2;
    }

    static char Unit(string json, int at) =>
        json[at] == '\\' && json[at + 1] == 'u' && ushort.TryParse(json.AsSpan(at + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var unit) ? (char)unit : '\0';

    /// <summary>Opens an object that says its type first, as both dialects do.</summary>
    internal static void Start(this Utf8JsonWriter json, string type)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
    }
}
