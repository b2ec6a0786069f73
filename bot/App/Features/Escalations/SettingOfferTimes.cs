using System.Globalization;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Bot.Features.Escalations;

/// <summary>HR sets how long an expert has to accept a question; it holds for offers from then on.</summary>
public sealed class SettingOfferTimes(Register register) : IAnswer<Incoming.Press>, ITake<OfferTimes>
{
    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel) => Refusal(turn) ?? new Reply.Open(OfferTimes.Form(InForce(await register.Policies(cancel))));

    public async Task<Outcome> Take(OfferTimes form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        if (Refusal(turn) is { } refusal)
            return refusal;
        var times = new (string Key, string Field, string Typed, int Least, int Most)[]
        {
            (Policies.OfferWaitingKey, OfferTimes.WaitingField, form.Waiting, OfferTimes.LeastSeconds, OfferTimes.MostSeconds),
            (Policies.OfferTodayKey, OfferTimes.TodayField, form.Today, 1, OfferTimes.MostToday),
            (Policies.OfferWeekKey, OfferTimes.WeekField, form.Week, 1, OfferTimes.MostWeek),
        };
        var faults = times.Where(one => Number(one.Typed) is not { } number || number < one.Least || number > one.Most).ToDictionary(one => one.Field, one => OfferTimes.WholeNumber(one.Least, one.Most));
        if (faults.Count > 0)
            return new Reply.Wrong(OfferTimes.Form(form).Refused(faults));
        foreach (var (key, _, typed, _, _) in times)
            await SettingPolicies.Set(turn, key, Number(typed)!.Value.ToString(CultureInfo.InvariantCulture), OfferTimes.Id, cancel);
        return new Reply.Whisper(OfferTimes.Saved);
    }

    static int? Number(string typed) => int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    static OfferTimes InForce(Policies policies) => new(Said(policies.OfferWaiting.TotalSeconds), Said(policies.OfferToday.TotalMinutes), Said(policies.OfferWeek.TotalMinutes));

    static string Said(double number) => number.ToString("0", CultureInfo.InvariantCulture);

    static Outcome? Refusal(Turn turn) => Access.May(turn.Who, Right.ChangeRules) ? null : (Outcome)Refusing.Word($"Only HR can set the times for offers, so nothing was changed.");
}
