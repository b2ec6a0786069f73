using System.Buffers;
using System.Text.Json;

namespace ServiceCulture.BotFramework;

/// <summary>One JSON object being written.</summary>
sealed class JsonBuffer : IDisposable
{
    readonly ArrayBufferWriter<byte> bytes = new(1024);

    public JsonBuffer()
    {
        Writer = new Utf8JsonWriter(bytes);
        Writer.WriteStartObject();
    }

    public Utf8JsonWriter Writer { get; }

    /// <summary>Ends the object and gives its bytes.</summary>
    public byte[] Close()
    {
        Writer.WriteEndObject();
        Writer.Flush();
        return bytes.WrittenSpan.ToArray();
    }

    public void Dispose() => Writer.Dispose();
}
