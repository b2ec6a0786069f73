namespace ServiceCulture.Cards.MyData;

/// <summary>HR's rules on how long private words are kept, and what is promised of the key store's backups.</summary>
/// <param name="Days">As typed.</param>
/// <param name="BackupDays">As typed.</param>
public sealed record PrivacyRules(string Days, string BackupDays) : IForm<PrivacyRules>
{
    /// <summary>The field ids.</summary>
    public const string DaysField = "days", BackupDaysField = "backup-days";

    /// <summary>Private words are kept for 1 day at least and so many at most.</summary>
    public const int MostDays = 180;

    /// <summary>Most days after which the key store's own backups are gone.</summary>
    public const int MostBackupDays = 365;

    /// <inheritdoc/>
    public static string Id => "mydata.rules";

    /// <inheritdoc/>
    public static PrivacyRules Read(Answers answers) => new(answers[DaysField], answers[BackupDaysField]);

    /// <summary>The form, holding the rules in force.</summary>
    public static Form Form(PrivacyRules now) => new(new Ref(Id), $"How long is kept", $"Save",
    [
        new Field.Line(DaysField, $"Days for which private words are kept", 3)
        {
            Initial = now.Days,
            Hint = $"Check-ins, thoughts, what is parked, pulse answers: 1 to {MostDays} days. What is older goes within the hour once you have saved this, for good.",
        },
        new Field.Line(BackupDaysField, $"Days until backups of the key store are gone", 3)
        {
            Initial = now.BackupDays,
            Hint = $"1 to {MostBackupDays} days. Whoever has their data erased is promised this, so ask whoever runs the server first.",
        },
        new Field.Note("sees", $"Everybody sees both numbers, in {new Hole.Typed("mydata")}."),
    ])
    { Reopens = new Ref(ShowMyData.OpenId) };

    /// <summary>What stands at a field that holds no such number.</summary>
    /// <param name="most">The highest number it takes.</param>
    public static Text WholeNumber(int most) => $"A whole number from 1 to {most}, please.";

    /// <summary>After saving.</summary>
    public static Text Saved(int days, int backupDays) =>
        $"Saved. Private words go after {new Hole.Count(days, "day", "days")}; backups of the key store are said to be gone after {new Hole.Count(backupDays, "day", "days")}.";
}
