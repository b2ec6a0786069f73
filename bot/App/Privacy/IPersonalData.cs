using System.Text.Json;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Privacy;

/// <summary>What a feature keeps of a person: each feature that keeps anything says here how it leaves, and how it goes.</summary>
public interface IPersonalData
{
    /// <summary>The part's name in the exported file.</summary>
    string Section { get; }

    /// <summary>One line for the person: how much of it there is. Null: nothing worth a line.</summary>
    Task<Text?> Tell(Db db, Guid member, CancellationToken cancel) => Task.FromResult<Text?>(null);

    /// <summary>Writes one JSON value: all that the feature keeps of the member, readable.</summary>
    /// <param name="cipher">Null where they have no key: then nothing is sealed either.</param>
    Task Export(Db db, Guid member, Cipher? cipher, Utf8JsonWriter json, CancellationToken cancel);

    /// <summary>Takes the member's own rows out of the unit of work; their key is destroyed already.</summary>
    Task Erase(Db db, Guid member, Erasure how, CancellationToken cancel);

    /// <summary>Whether something that stays after they left bears their name because they wished it so. Asked before anything is erased.</summary>
    Task<bool> NeedsName(Db db, Guid member, CancellationToken cancel) => Task.FromResult(false);

    /// <summary>Two members turned out to be one person: what the one has goes to the other, sealed anew.</summary>
    Task Move(Db db, Merged merged, CancellationToken cancel) => Task.CompletedTask;
}

/// <summary>Why and how somebody's own data go.</summary>
/// <param name="KeepsName">True: kudos they gave keep their name; false: "a colleague".</param>
/// <param name="At">UTC.</param>
/// <param name="HasLeft">True: they left long ago, and did not ask for it: what was between them and colleagues stays, without their name.</param>
public sealed record Erasure(bool KeepsName, DateTime At, bool HasLeft = false);

/// <summary>Who becomes whom, and how the one's texts are sealed for the other.</summary>
public sealed record Merged(Guid From, Guid Into, Cipher? Old, Cipher? New)
{
    /// <summary>The same text, sealed for who remains; null where it can't be read any more.</summary>
    public byte[]? Anew(byte[] sealedWords) => Old?.TryRead(sealedWords) is { } words ? New?.Seal(words) : null;
}
