using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Phrases;

namespace ServiceCulture.Bot.Features.Phrases;

/// <summary>Adds a phrase for one's own team, and no other.</summary>
public sealed class AddingPhrases(Register register) : IAnswer<Incoming.Press>, ITake<AddPhrase>
{
    static readonly AddPhrase Blank = AddPhrase.Read(Answers.None);

    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel)
    {
        if (PhraseBook.TeamOf(turn.Who) is not { } team)
            return NoTeam;
        var draft = await Drafts.Find(turn.Db, what.Ticket.Row, turn.Who.Id, AddPhrase.Id, cancel);
        return new Reply.Open(await Form(team, draft is null ? Blank with { Situation = Situation.Find(what.Ticket.About.Row)?.Id ?? "" } : AddPhrase.Read(draft), cancel));
    }

    public async Task<Outcome> Take(AddPhrase form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        if (PhraseBook.TeamOf(turn.Who) is not { } team)
            return NoTeam;
        var (book, values) = (await PhraseBook.Read(register, cancel), await ValueBook.Read(register, cancel));
        if (PhraseChecks.Of(form, turn.Who, book, values, null) is { Count: > 0 } faults)
            return new Reply.Wrong((await Form(team, form, cancel)).Refused(faults));
        turn.Db.Phrases.Add(new Phrase
        {
            Id = Guid.CreateVersion7().ToString(),
            Language = "en",
            Origin = Origin.Own,
            Version = 1,
            Situation = form.Situation,
            ValueId = form.Value,
            Words = form.Words,
            Offer = form.Offer,
            TeamId = team.Id,
            AddedBy = turn.Who.Id,
        });
        return new Reply.Whisper(PhrasesCard.Added(form.Situation, form.Words, team.Name));
    }

    async Task<Form> Form(TeamInfo team, AddPhrase now, CancellationToken cancel) => AddPhrase.Form(team.Name, Choices(await ValueBook.Read(register, cancel)), now);

    internal static IReadOnlyList<Choice> Choices(ValueBook values) => [.. values.ForKudos.Select(value => new Choice(value.Id, Text.Of(value.Name)))];

    static Reply NoTeam => Refusing.Word($"You're in no team that I know of, so there is nobody to add a phrase for. HR can correct that.");
}
