using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.Publishing;
using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.Programmes;

namespace ServiceCulture.Bot.Features.CheckIns;

/// <summary>The cards of a check-in programme.</summary>
public sealed class AskingForCheckIns : IAsking
{
    public ProgrammeKind Kind => ProgrammeKind.CheckIn;

    public string Feature => "check-ins";

    public ValueTask<Send> Ask(Asked asked, CancellationToken cancel) => new(new Send(Asks.Key(asked.Ask.Id), asked.Home, CheckInCard.Question(asked.Ask.Id.ToString(), Publication.Fewest, PauseAsking.Button)) { For = asked.Who.Id, Priority = Priority.Bulk });

    public Send Remind(Asked asked) => new(Asks.ReminderKey(asked.Ask.Id), asked.Home, CheckInCard.Reminder) { For = asked.Who.Id, Priority = Priority.Bulk };

    public Card Reminded => CheckInCard.Reminded;

    public Send Close(Asked asked) => new(Asks.Key(asked.Ask.Id), asked.Home, CheckInCard.Closed) { For = asked.Who.Id, Priority = Priority.Bulk, Changes = true };
}
