using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ServiceCulture.Tests.House;

/// <summary>Just enough of PNG to look at an icon: 8 bits a channel, RGB or RGBA, not interlaced.</summary>
sealed class ManifestPng
{
    readonly byte[] pixels;
    readonly int channels;

    public int Width { get; }
    public int Height { get; }
    public bool HasAlpha => channels == 4;

    public ManifestPng(byte[] file)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], file[..8]);
        var chunks = Chunks(file).ToList();
        var header = chunks[0];
        Assert.Equal("IHDR", header.Kind);
        Width = BinaryPrimitives.ReadInt32BigEndian(header.Body);
        Height = BinaryPrimitives.ReadInt32BigEndian(header.Body.AsSpan(4));
        Assert.Equal(8, header.Body[8]);
        channels = header.Body[9] switch { 2 => 3, 6 => 4, var kind => throw new InvalidDataException($"PNG colour type {kind} is not read here.") };
        Assert.Equal(0, header.Body[12]);
        pixels = Unfilter(Inflate(chunks.Where(chunk => chunk.Kind == "IDAT").SelectMany(chunk => chunk.Body).ToArray()));
    }

    public (byte R, byte G, byte B, byte A) this[int x, int y]
    {
        get
        {
            var at = (y * Width + x) * channels;
            return (pixels[at], pixels[at + 1], pixels[at + 2], HasAlpha ? pixels[at + 3] : (byte)255);
        }
    }

    public IEnumerable<(int X, int Y)> Points() =>
        from y in Enumerable.Range(0, Height) from x in Enumerable.Range(0, Width) select (x, y);

    static IEnumerable<(string Kind, byte[] Body)> Chunks(byte[] file)
    {
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            yield return (Encoding.ASCII.GetString(file, at + 4, 4), file[(at + 8)..(at + 8 + length)]);
            at += length + 12;
        }
    }

    static byte[] Inflate(byte[] data)
    {
        using var inflated = new MemoryStream();
        using var zlib = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
        zlib.CopyTo(inflated);
        return inflated.ToArray();
    }

    byte[] Unfilter(byte[] rows)
    {
        var stride = Width * channels;
        Assert.Equal((stride + 1) * Height, rows.Length);
        var plain = new byte[stride * Height];
        for (var y = 0; y < Height; y++)
            for (var i = 0; i < stride; i++)
            {
                var at = y * stride + i;
                var left = i >= channels ? plain[at - channels] : 0;
                var up = y > 0 ? plain[at - stride] : 0;
                var corner = i >= channels && y > 0 ? plain[at - stride - channels] : 0;
                plain[at] = (byte)(rows[y * (stride + 1) + 1 + i] + Predicted(rows[y * (stride + 1)], left, up, corner));
            }
        return plain;
    }

    static int Predicted(byte filter, int left, int up, int corner) => filter switch
    {
        0 => 0,
        1 => left,
        2 => up,
        3 => (left + up) / 2,
        4 => new[] { left, up, corner }.MinBy(value => Math.Abs(left + up - corner - value)),
        _ => throw new InvalidDataException($"There is no PNG filter {filter}."),
    };
}
