namespace ServiceCulture.Bot.Data;

/// <summary>HR's rules as they are in force. A key that has no row has its default.</summary>
public sealed record Policies
{
    public const string KudosDailyLimitKey = "kudos.daily-limit";
    public const string KudosValueKey = "kudos.value";
    public const string KudosPrivateSeesKey = "kudos.private-seen-by";

    public const string AbuseTextKey = "checkins.abuse-text";
    public const string CrisisProgrammeKey = "crisis.programme";

    public const string PrivateDaysKey = "privacy.days";
    public const string KeyBackupDaysKey = "keys.backup-days";

    public const string OfferWaitingKey = "questions.offer-waiting-seconds";
    public const string OfferTodayKey = "questions.offer-today-minutes";
    public const string OfferWeekKey = "questions.offer-week-minutes";

    /// <summary>Private words are never kept longer than so many days.</summary>
    public const int MostPrivateDays = 180;

    public static readonly Policies Default = new();

    /// <summary>For so many days what people write for themselves is kept: 1 to 180.</summary>
    public int PrivateDays { get; init; } = MostPrivateDays;

    /// <summary>After so many days the key store's own backups are gone, as the operator promises it to people.</summary>
    public int KeyBackupDays { get; init; } = 30;

    /// <summary>So long an expert has to accept a question: while a customer waits, for today, for this week.</summary>
    public TimeSpan OfferWaiting { get; init; } = TimeSpan.FromSeconds(45);
    public TimeSpan OfferToday { get; init; } = TimeSpan.FromMinutes(20);
    public TimeSpan OfferWeek { get; init; } = TimeSpan.FromHours(3);

    /// <summary>Kudos a person may give a day (24 hours); 0: as many as they like.</summary>
    public int KudosDailyLimit { get; init; } = 10;

    /// <summary>Whether kudos name a value.</summary>
    public ValueRule KudosValue { get; init; } = ValueRule.Optional;

    /// <summary>Private kudos are seen by the receiver's manager too; the form says so and no longer calls them private.</summary>
    public bool ManagersSeePrivateKudos { get; init; }

    /// <summary>How to reach the employer's assistance programme, in HR's own words; empty: there is none to name.</summary>
    public string CrisisProgramme { get; init; } = "";

    /// <summary>HR's own words on what one may do after abuse; null: the shipped ones.</summary>
    public string? AbuseText { get; init; }

    /// <exception cref="FormatException">A row holds what no form could have written.</exception>
    public static Policies From(IEnumerable<Policy> rows) => rows.Aggregate(Default, (policies, row) => row.Key switch
    {
        KudosDailyLimitKey => policies with { KudosDailyLimit = int.Parse(row.Value, System.Globalization.CultureInfo.InvariantCulture) },
        KudosValueKey => policies with { KudosValue = Enum.Parse<ValueRule>(row.Value, ignoreCase: true) },
        KudosPrivateSeesKey => policies with { ManagersSeePrivateKudos = row.Value == "receivers-and-managers" },
        AbuseTextKey => policies with { AbuseText = row.Value },
        CrisisProgrammeKey => policies with { CrisisProgramme = row.Value },
        PrivateDaysKey => policies with { PrivateDays = Math.Clamp(int.Parse(row.Value, System.Globalization.CultureInfo.InvariantCulture), 1, MostPrivateDays) },
        KeyBackupDaysKey => policies with { KeyBackupDays = Math.Max(1, int.Parse(row.Value, System.Globalization.CultureInfo.InvariantCulture)) },
        OfferWaitingKey => policies with { OfferWaiting = TimeSpan.FromSeconds(Number(row, 10, 3600)) },
        OfferTodayKey => policies with { OfferToday = TimeSpan.FromMinutes(Number(row, 1, 480)) },
        OfferWeekKey => policies with { OfferWeek = TimeSpan.FromMinutes(Number(row, 1, 2880)) },
        _ => policies,
    });

    static int Number(Policy row, int least, int most) => Math.Clamp(int.Parse(row.Value, System.Globalization.CultureInfo.InvariantCulture), least, most);
}

public enum ValueRule { Optional, Required, Off }
