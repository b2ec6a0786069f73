using System.Buffers;
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
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>Opens an object that says its type first, as both dialects do.</summary>
    internal static void Start(this Utf8JsonWriter json, string type)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
    }
}
