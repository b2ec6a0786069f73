using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Cards.Values;

namespace ServiceCulture.Bot.Features.Values;

/// <summary>Shows the values in force, all of them or one closely.</summary>
public sealed class ShowingValues(Register register) : IAnswer<Incoming.Command>
{
    public async Task<Outcome> Answer(Incoming.Command what, Turn turn, CancellationToken cancel)
    {
        var book = await ValueBook.Read(register, cancel);
        var asked = what.Words.Plain.TrimStart('#');
        if (asked.Length == 0)
            return new Reply.Whisper(ValuesCard.All([.. book.Packs.Select(pack => Words(pack, book))], Access.May(turn.Who, Right.ChangeTexts)));
        return new Reply.Whisper(book.Meant(asked) is { } value ? ValuesCard.One(Words(value), value.ForKudos) : ValuesCard.None(asked));
    }

    static PackWords Words(ValuePack pack, ValueBook book) => new(pack.Name, [.. pack.ValueIds.Select(book.Find).OfType<CoreValue>().Where(value => value.ArchivedAt is null).Select(Words)]);

    static ValueWords Words(CoreValue value) => new(value.Id, value.Name, value.Glyph, value.Meaning, value.Behaviours, value.Starters, value.Synonyms);
}
