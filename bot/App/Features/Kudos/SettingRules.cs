using System.Globalization;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Kudos;

namespace ServiceCulture.Bot.Features.Kudos;

/// <summary>HR sets the rules for kudos; they are in force from the next one on.</summary>
public sealed class SettingRules(Register register) : IAnswer<Incoming.Press>, ITake<KudosRules>
{
    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel) =>
        Refusal(turn) ?? new Reply.Open(KudosRules.Form(InForce(await register.Policies(cancel))) with { Reopens = what.Ticket.About });

    public async Task<Outcome> Take(KudosRules form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        if (Refusal(turn) is { } refusal)
            return refusal;
        if (!int.TryParse(form.DailyLimit, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) || limit > KudosRules.HighestLimit)
            return new Reply.Wrong(KudosRules.Form(form).Refused(new Dictionary<string, Text> { [KudosRules.LimitField] = $"A whole number from 0 to {KudosRules.HighestLimit}, please." }));
        var value = Enum.TryParse<ValueRule>(form.Value, ignoreCase: true, out var rule) ? rule : ValueRule.Optional;
        await SettingPolicies.Set(turn, Policies.KudosDailyLimitKey, limit.ToString(CultureInfo.InvariantCulture), KudosRules.Id, cancel);
        await SettingPolicies.Set(turn, Policies.KudosValueKey, value.ToString().ToLowerInvariant(), KudosRules.Id, cancel);
        await SettingPolicies.Set(turn, Policies.KudosPrivateSeesKey, form.PrivateSeenBy == "receivers-and-managers" ? form.PrivateSeenBy : "receivers", KudosRules.Id, cancel);
        return new Reply.Whisper(KudosRules.Saved);
    }

    static KudosRules InForce(Policies policies) => new(
        policies.KudosDailyLimit.ToString(CultureInfo.InvariantCulture),
        policies.KudosValue.ToString().ToLowerInvariant(),
        policies.ManagersSeePrivateKudos ? "receivers-and-managers" : "receivers");

    static Outcome? Refusal(Turn turn) => Access.May(turn.Who, Right.ChangeRules) ? null : (Outcome)Refusing.Word($"Only HR can set the rules for kudos, so nothing was changed.");
}
