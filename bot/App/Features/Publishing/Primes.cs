namespace ServiceCulture.Bot.Features.Publishing;

static class Primes
{
    /// <summary>The largest below 2^31, enough for the rank that a full block can have.</summary>
    public static readonly uint[] Below31Bits =
    [
        2_147_483_647, 2_147_483_629, 2_147_483_587, 2_147_483_579, 2_147_483_563, 2_147_483_549,
        2_147_483_543, 2_147_483_497, 2_147_483_489, 2_147_483_477, 2_147_483_423, 2_147_483_399,
        2_147_483_353, 2_147_483_323, 2_147_483_269, 2_147_483_249, 2_147_483_237, 2_147_483_179,
        2_147_483_171, 2_147_483_137, 2_147_483_123, 2_147_483_077, 2_147_483_069, 2_147_483_059,
    ];
}
