using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Crisis;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Rough;

namespace ServiceCulture.Bot.Features.Rough;

/// <summary>Private forms as the person's own team, day and words make them.</summary>
public sealed class RoughForms(CrisisHelp help, Register register)
{
    const int Neighbours = 15;

    /// <summary>Whom to ask: teammates first, anybody by name.</summary>
    public async Task<Form> Ask(Turn turn, CancellationToken cancel)
    {
        var team = turn.Who.Team is { } own ? await FindingPeople.InTeam(turn.Db, own.Id, Neighbours, cancel) : [];
        return AskFiveMinutes.Form(turn.Who.Name, [.. team.Where(choice => choice.Value != turn.Who.Id.ToString())]);
    }

    /// <summary>When something that is parked now comes back.</summary>
    internal static async Task<ComingBack> Back(Turn turn, CancellationToken cancel)
    {
        var (at, when) = await EndOfWork.Find(turn.Db, turn.Who, turn.Now, cancel);
        return new(at, when, (await Pauses.Among(turn.Db, [turn.Who], at, cancel)).Count > 0);
    }

    /// <summary>To put a thought aside.</summary>
    /// <param name="typed">What they wrote in it before; empty: nothing yet.</param>
    internal async Task<Form> Park(string typed, ComingBack back, Turn turn, CancellationToken cancel) =>
        await help.Above(ParkThought.Form(back, (await register.Policies(cancel)).PrivateDays), typed, turn.Who, cancel);

    /// <summary>Help for the top of a form, where the words are on the list that offers it.</summary>
    internal async Task<IReadOnlyList<Field>> Help(string words, Turn turn, CancellationToken cancel) => CrisisWords.Read(words) is null ? [] : await help.Notes(turn.Who, cancel);
}
