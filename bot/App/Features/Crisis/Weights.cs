namespace ServiceCulture.Bot.Features.Crisis;

/// <summary>For each sign what it adds: numbers of signs in order, and beside each its weight as a byte.</summary>
sealed class Weights
{
    /// <summary>The finest step of a weight.</summary>
    internal const float Step = 0.03f;

    readonly uint[] _signs;
    readonly sbyte[] _weights;

    internal Weights(IEnumerable<KeyValuePair<uint, sbyte>> weights)
    {
        var all = weights.OrderBy(pair => pair.Key).ToList();
        (_signs, _weights) = ([.. all.Select(pair => pair.Key)], [.. all.Select(pair => pair.Value)]);
    }

    /// <summary>Weights by the names of signs, each cut to a byte; what hardly weighs is left out.</summary>
    internal static Weights Of(IReadOnlyDictionary<string, float> weights) => new(weights
        .Select(pair => KeyValuePair.Create(Sign.NumberOf(pair.Key), (sbyte)Math.Clamp(MathF.Round(pair.Value / Step), -127, 127)))
        .Where(pair => Math.Abs((int)pair.Value) > 1).DistinctBy(pair => pair.Key));

    /// <summary>What a sign adds; nothing where it isn't known.</summary>
    internal float this[uint sign] => Array.BinarySearch(_signs, sign) is >= 0 and var at ? _weights[at] * Step : 0;

    internal void Write(Stream stream)
    {
        using var file = new BinaryWriter(stream);
        file.Write(_signs.Length);
        for (var at = 0; at < _signs.Length; at++)
        {
            file.Write(_signs[at]);
            file.Write(_weights[at]);
        }
    }

    internal static Weights Read(Stream stream)
    {
        using var file = new BinaryReader(stream);
        var all = new KeyValuePair<uint, sbyte>[file.ReadInt32()];
        for (var at = 0; at < all.Length; at++)
            all[at] = new(file.ReadUInt32(), file.ReadSByte());
        return new(all);
    }
}
