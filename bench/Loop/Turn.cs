namespace ServiceCulture.Bench.Loop;

/// <summary>What one kudos writes. Ids rise with time, as the bot's do.</summary>
sealed class Turn(long number, DateTime now)
{
    const int People = 2_000;

    static readonly Guid[] s_members = [.. Enumerable.Range(0, People).Select(_ => Guid.CreateVersion7())];
    static readonly string s_body = $$"""{"text":"{{new string('k', 1_189)}}"}""";

    readonly Guid _id = Guid.CreateVersion7(), _posted = Guid.CreateVersion7(), _received = Guid.CreateVersion7();

    public object this[string name] => name switch
    {
        "event" => $"{number:D10}.{now.Ticks}.bench",
        "id" => _id,
        "giver" => s_members[number % People],
        "receiver" => s_members[(number * 7 + 43) % People],
        "once" => System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(number))[..16],
        "value" => "patience",
        "words" => $"stayed with a furious caller until the refund was solved, case {number:D8}",
        "place" => $"C{number % 50:D7}",
        "home" => $"D{(number * 7 + 43) % People:D7}",
        "posted" => $"kudos/{_id}/posted",
        "received" => $"kudos/{_id}/received",
        "postedid" => _posted,
        "receivedid" => _received,
        "body" => s_body,
        "now" => now,
        _ => throw new InvalidDataException($"A turn has no @{name}."),
    };
}
