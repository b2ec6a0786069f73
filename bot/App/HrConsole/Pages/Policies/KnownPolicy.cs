using System.Globalization;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards.Crisis;
using ServiceCulture.Cards.Kudos;
using ServiceCulture.Cards.MyData;

namespace ServiceCulture.Bot.HrConsole.Pages.Policies;

/// <summary>A rule that HR sets, as the console explains it, and what it may be.</summary>
/// <param name="Key">Of its row.</param>
public abstract record KnownPolicy(string Key, string Part, string Title, string Meaning)
{
    /// <summary>What holds while no row says otherwise, as a row would say it; empty where that is the shipped words, or none.</summary>
    public abstract string Default { get; }

    /// <summary>Why that is not a value it may have; null where it may.</summary>
    public abstract string? Fault(string value);

    /// <summary>The value in words, for whoever only reads.</summary>
    public virtual string Say(string value) => value;

    public sealed record Number(string Key, string Part, string Title, string Meaning, string Unit, int Least, int Most, int Standard) : KnownPolicy(Key, Part, Title, Meaning)
    {
        public override string Default => Standard.ToString(CultureInfo.InvariantCulture);

        public override string? Fault(string value) =>
            int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= Least && number <= Most ? null : $"A whole number from {Least} to {Most}, please.";

        public override string Say(string value) => $"{value} {Unit}";
    }

    public sealed record Choice(string Key, string Part, string Title, string Meaning, params (string Value, string Label)[] Choices) : KnownPolicy(Key, Part, Title, Meaning)
    {
        public override string Default => Choices[0].Value;

        public override string? Fault(string value) => Choices.Any(one => one.Value == value) ? null : "Please pick one of these.";

        public override string Say(string value) => Choices.FirstOrDefault(one => one.Value == value).Label ?? value;
    }

    public sealed record Words(string Key, string Part, string Title, string Meaning, int Most, string Without) : KnownPolicy(Key, Part, Title, Meaning)
    {
        public override string Default => "";

        public override string? Fault(string value) => value.Length <= Most ? null : $"At most {Most} characters, please; these are {value.Length}.";

        public override string Say(string value) => value.Length > 0 ? value : Without;
    }

    const string Kudos = "Kudos", Privacy = "Private words", Questions = "Questions", Care = "Help and care";

    /// <summary>Every rule there is; a test in House holds the list to the keys.</summary>
    public static readonly IReadOnlyList<KnownPolicy> All =
    [
        new Number(Data.Policies.KudosDailyLimitKey, Kudos, "Kudos a person may give a day", "0 means as many as they like.", "a day", 0, KudosRules.HighestLimit, Data.Policies.Default.KudosDailyLimit),
        new Choice(Data.Policies.KudosValueKey, Kudos, "Naming a value", "Whether thanks say which of our values they are for.", ("optional", "Optional"), ("required", "Required"), ("off", "Off: no values are shown")),
        new Choice(Data.Policies.KudosPrivateSeesKey, Kudos, "Who sees kudos that are not public", "The form says so to whoever gives them. What was given before stays with those it was given to.", ("receivers", "The people thanked, nobody else"), ("receivers-and-managers", "The people thanked and their managers")),
        new Number(Data.Policies.PrivateDaysKey, Privacy, "Days for which private words are kept", "Check-ins, thoughts, what is parked, pulse answers. What is older goes within the hour once this is saved, for good.", "days", 1, PrivacyRules.MostDays, Data.Policies.Default.PrivateDays),
        new Number(Data.Policies.KeyBackupDaysKey, Privacy, "Days until backups of the key store are gone", "Whoever has their data erased is promised this, so ask whoever runs the server first.", "days", 1, PrivacyRules.MostBackupDays, Data.Policies.Default.KeyBackupDays),
        new Number(Data.Policies.OfferWaitingKey, Questions, "Seconds to accept while a customer waits", "So long one expert is asked before the next one is.", "seconds", 10, 3600, (int)Data.Policies.Default.OfferWaiting.TotalSeconds),
        new Number(Data.Policies.OfferTodayKey, Questions, "Minutes to accept what is for today", "So long one expert is asked before the next one is.", "minutes", 1, 480, (int)Data.Policies.Default.OfferToday.TotalMinutes),
        new Number(Data.Policies.OfferWeekKey, Questions, "Minutes to accept what is for this week", "So long one expert is asked before the next one is.", "minutes", 1, 2880, (int)Data.Policies.Default.OfferWeek.TotalMinutes),
        new Words(Data.Policies.CrisisProgrammeKey, Care, "The employer's assistance programme", "How to reach it, in your words: shown with the help lines on every “Get help now”.", HelpLines.MostProgramme, "None is named"),
        new Words(Data.Policies.AbuseTextKey, Care, "What one may do after abuse", "Shown to whoever says that a customer was abusive. Empty: the words that are shipped.", 1000, "The words that are shipped"),
    ];
}
