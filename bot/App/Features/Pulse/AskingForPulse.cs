using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.Publishing;
using ServiceCulture.Bot.Settings;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Programmes;
using ServiceCulture.Cards.Pulse;

namespace ServiceCulture.Bot.Features.Pulse;

/// <summary>The cards of a pulse programme: at most one a week, on whichever of the programme's days comes first.</summary>
public sealed class AskingForPulse(OrganisationSettings organisation, Register register) : IAsking
{
    static readonly HashSet<string> s_none = [];

    public ProgrammeKind Kind => ProgrammeKind.Pulse;

    public string Feature => "pulse";

    public DateOnly CountsFor(DateOnly day) => day.AddDays(-((7 + (int)day.DayOfWeek - (int)organisation.WeekStart) % 7));

    public async ValueTask<Send> Ask(Asked asked, CancellationToken cancel) =>
        new(Asks.Key(asked.Ask.Id), asked.Home, PulseCard.Question(asked.Ask.Id.ToString(), asked.Ask.Until, s_none, Publication.Fewest, await Prompts.Statements(register, asked.Programme.Id, cancel), PauseAsking.Button)) { For = asked.Who.Id, Priority = Priority.Bulk };

    public Send Remind(Asked asked) => new(Asks.ReminderKey(asked.Ask.Id), asked.Home, PulseCard.Reminder) { For = asked.Who.Id, Priority = Priority.Bulk };

    public Card Reminded => PulseCard.Reminded;

    public Send Close(Asked asked) => new(Asks.Key(asked.Ask.Id), asked.Home, PulseCard.Closed) { For = asked.Who.Id, Priority = Priority.Bulk, Changes = true };
}
