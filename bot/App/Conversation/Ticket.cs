using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Conversation;

/// <summary>What a button or form stood for when it was drawn. It has been in a client, so it carries a MAC.</summary>
/// <param name="About">The route, the row and its version.</param>
/// <param name="Where">The conversation it was drawn for: what a form sends in public goes there (Slack's submissions don't say).</param>
/// <param name="For">The only member who may use it; null: everybody who can see it.</param>
public sealed record Ticket(Ref About, Address Where, Guid? For)
{
    /// <summary>When it was drawn, UTC; null: a ticket of a version that did not say.</summary>
    public DateTime? DrawnAt { get; init; }

    /// <summary>The row as an id; <see cref="Guid.Empty"/> where it is none.</summary>
    public Guid Row => Guid.TryParse(About.Row, out var id) ? id : Guid.Empty;
}

/// <summary>Signs tickets and reads them back. The key is derived from the master key, so tickets survive a restart and work on every node.</summary>
public sealed class Tickets(byte[] masterKey, TimeProvider clock)
{
    const byte Version = 2, Timeless = 1;
    const int MacLength = 16;

    readonly byte[] _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey, 32, info: "service-culture tickets v1"u8.ToArray());

    public string Seal(Ticket ticket)
    {
        using var bytes = new MemoryStream(256);
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Version);
            writer.Write7BitEncodedInt64(ticket.DrawnAt is { } at ? new DateTimeOffset(at).ToUnixTimeMilliseconds() : 0);
            writer.Write(ticket.About.Id);
            writer.Write(ticket.About.Row);
            writer.Write7BitEncodedInt(ticket.About.Version);
            writer.Write7BitEncodedInt(ticket.Where.Installation);
            writer.Write((byte)ticket.Where.Kind);
            writer.Write(ticket.Where.Id);
            writer.Write(ticket.Where.Thread ?? "");
            writer.Write(ticket.For is { } member ? member.ToByteArray() : []);
        }
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, bytes.GetBuffer().AsSpan(0, (int)bytes.Length), mac);
        bytes.Write(mac[..MacLength]);
        return Base64Url.EncodeToString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <returns>Null for anything that this key did not seal.</returns>
    public Ticket? Open(string? text)
    {
        if (text is null || text.Length is < 32 or > 4000 || !Base64Url.IsValid(text))
            return null;
        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes.Length <= MacLength)
            return null;
        var body = bytes.AsSpan(..^MacLength);
        var mac = bytes.AsSpan(^MacLength..);
        if (!CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(_key, body).AsSpan(0, MacLength), mac) || body[0] is not (Version or Timeless))
            return null;
        return Read(new MemoryStream(bytes, 1, body.Length - 1), hasTime: body[0] == Version);
    }

    /// <summary>How cards and forms drawn for this place, and perhaps for this member alone, turn what they stand for into tickets.</summary>
    public Func<Ref, string> For(Address place, Guid? only) => about => Seal(new Ticket(about, place, only) { DrawnAt = Moment(clock.GetUtcNow().UtcDateTime) });

    /// <summary>As exactly as a ticket says it: to the millisecond, cut off.</summary>
    public static DateTime Moment(DateTime utc) => utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMillisecond));

    static Ticket Read(MemoryStream bytes, bool hasTime)
    {
        using var reader = new BinaryReader(bytes, Encoding.UTF8);
        var drawn = hasTime ? reader.Read7BitEncodedInt64() : 0;
        var about = new Ref(reader.ReadString(), reader.ReadString(), reader.Read7BitEncodedInt());
        var where = new Address(reader.Read7BitEncodedInt(), (PlaceKind)reader.ReadByte(), reader.ReadString(), reader.ReadString() is { Length: > 0 } thread ? thread : null);
        return new Ticket(about, where, bytes.Length - bytes.Position == 16 ? new Guid(reader.ReadBytes(16)) : null)
        {
            DrawnAt = drawn == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(drawn).UtcDateTime,
        };
    }
}
