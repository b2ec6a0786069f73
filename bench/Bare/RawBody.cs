using System.Buffers;

namespace ServiceCulture.Bench.Bare;

/// <summary>A request's bytes as they came, in a borrowed array.</summary>
sealed class RawBody : IDisposable
{
    const int Largest = 1 << 20;

    byte[] _array = ArrayPool<byte>.Shared.Rent(4096);
    int _length;

    public ReadOnlySpan<byte> Bytes => _array.AsSpan(0, _length);

    /// <returns>Null when the body is larger than 1 MB.</returns>
    public static async ValueTask<RawBody?> Read(HttpRequest request)
    {
        var body = new RawBody();
        while (await request.Body.ReadAsync(body._array.AsMemory(body._length), request.HttpContext.RequestAborted) is > 0 and var read)
        {
            body._length += read;
            if (body._length > Largest)
            {
                body.Dispose();
                return null;
            }
            if (body._length == body._array.Length)
                body.Grow();
        }
        return body;
    }

    void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_array.Length * 2);
        Bytes.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_array);
        _array = larger;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_array);
}
