using System.Text;
using System.Text.Unicode;

namespace ServiceCulture.Slack;

/// <summary>
/// An application/x-www-form-urlencoded body, read strictly: a broken escape, bytes that are no UTF-8 or a field that comes
/// twice make the whole body malformed. Values stay bytes until asked for, because the largest one is JSON.
/// </summary>
sealed class FormFields
{
    readonly Dictionary<string, ReadOnlyMemory<byte>> _fields = new(16, StringComparer.Ordinal);

    internal static FormFields Parse(ReadOnlySpan<byte> body)
    {
        var form = new FormFields();
        foreach (var range in body.Split((byte)'&'))
        {
            var pair = body[range];
            if (pair.IsEmpty) continue;
            var equals = pair.IndexOf((byte)'=');
            var name = Encoding.UTF8.GetString(Decode(equals < 0 ? pair : pair[..equals]).Span);
            if (!form._fields.TryAdd(name, equals < 0 ? default : Decode(pair[(equals + 1)..])))
                throw new WireFormatException("a field comes twice");
        }
        return form;
    }

    internal bool Has(string name) => _fields.ContainsKey(name);

    internal ReadOnlyMemory<byte> Bytes(string name) =>
        _fields.TryGetValue(name, out var value) ? value : throw new WireFormatException($"{name} is missing");

    internal string TextOrEmpty(string name)
    {
        if (!_fields.TryGetValue(name, out var value)) return "";
        return value.Span.Contains((byte)0) ? throw new WireFormatException($"{name} contains NUL") : Encoding.UTF8.GetString(value.Span);
    }

    internal string? IdOrNull(string name) => TextOrEmpty(name) is { Length: > 0 } id ? id : null;

    internal string Id(string name) => IdOrNull(name) ?? throw new WireFormatException($"{name} is missing");

    internal Uri Url(string name) =>
        Uri.TryCreate(Id(name), UriKind.Absolute, out var url) ? url : throw new WireFormatException($"{name} is not a URL");

    static ReadOnlyMemory<byte> Decode(ReadOnlySpan<byte> encoded)
    {
        var decoded = new byte[encoded.Length];
        var length = 0;
        for (var at = 0; at < encoded.Length; at++)
        {
            decoded[length++] = encoded[at] switch
            {
                (byte)'+' => (byte)' ',
                (byte)'%' => Escaped(encoded, ref at),
                var plain => plain,
            };
        }
        var bytes = decoded.AsMemory(0, length);
        return Utf8.IsValid(bytes.Span) ? bytes : throw new WireFormatException("a field is not UTF-8");
    }

    static byte Escaped(ReadOnlySpan<byte> encoded, ref int at)
    {
        if (at + 2 >= encoded.Length || !char.IsAsciiHexDigit((char)encoded[at + 1]) || !char.IsAsciiHexDigit((char)encoded[at + 2]))
            throw new WireFormatException("a percent escape is broken");
        at += 2;
        return (byte)(Nibble(encoded[at - 1]) << 4 | Nibble(encoded[at]));
    }

    static int Nibble(byte hex) => hex <= '9' ? hex - '0' : (hex | 0x20) - 'a' + 10;
}
