using System.Globalization;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Cards;
using ServiceCulture.Cards.MyData;

namespace ServiceCulture.Bot.Features.MyData;

/// <summary>HR sets how long private words are kept, downwards freely; retention goes by it from its next run on.</summary>
public sealed class SettingPrivacyRules : ITake<PrivacyRules>
{
    public async Task<Outcome> Take(PrivacyRules form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        if (!Access.May(turn.Who, Right.ChangeRules))
            return Refusing.Word($"Only HR can set how long data are kept, so nothing was changed.");
        var (days, backupDays) = (Number(form.Days, PrivacyRules.MostDays), Number(form.BackupDays, PrivacyRules.MostBackupDays));
        var faults = new Dictionary<string, Text>();
        if (days is null)
            faults[PrivacyRules.DaysField] = PrivacyRules.WholeNumber(PrivacyRules.MostDays);
        if (backupDays is null)
            faults[PrivacyRules.BackupDaysField] = PrivacyRules.WholeNumber(PrivacyRules.MostBackupDays);
        if (days is not { } keep || backupDays is not { } backups)
            return new Reply.Wrong(PrivacyRules.Form(form).Refused(faults));
        await SettingPolicies.Set(turn, Policies.PrivateDaysKey, Said(keep), PrivacyRules.Id, cancel);
        await SettingPolicies.Set(turn, Policies.KeyBackupDaysKey, Said(backups), PrivacyRules.Id, cancel);
        return Refusing.Word(PrivacyRules.Saved(keep, backups));
    }

    internal static PrivacyRules InForce(Policies policies) => new(Said(policies.PrivateDays), Said(policies.KeyBackupDays));

    static int? Number(string typed, int most) => int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number : null;

    static string Said(int number) => number.ToString(CultureInfo.InvariantCulture);
}
