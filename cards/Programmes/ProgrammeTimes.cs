namespace ServiceCulture.Cards.Programmes;

/// <summary>When a programme asks: the part of its form about times. HH:mm, whole hours, yyyy-MM-dd; empty: no limit.</summary>
public sealed record ProgrammeTimes(string WindowFrom, string WindowTo, string Response, string Remind, string QuietFrom, string QuietTo, string From, string To)
{
    /// <summary>The field ids.</summary>
    public const string WindowFromField = "window-from", WindowToField = "window-to", ResponseField = "response", RemindField = "remind", QuietFromField = "quiet-from", QuietToField = "quiet-to", FromField = "from", ToField = "to";

    /// <summary>Most hours for which an answer counts.</summary>
    public const int MostHours = 24;

    /// <summary>What was filled in.</summary>
    public static ProgrammeTimes Read(Answers answers) => new(answers[WindowFromField], answers[WindowToField], answers[ResponseField], answers[RemindField],
        answers[QuietFromField], answers[QuietToField], answers[FromField], answers[ToField]);

    /// <summary>The fields.</summary>
    public static Field[] Fields(ProgrammeTimes now) =>
    [
        new Field.Time(WindowFromField, $"Ask from") { Initial = now.WindowFrom, Optional = true, Hint = $"By the clock of each person. Leave both empty and they are asked in the first hour of their shift or the last, as they chose." },
        new Field.Time(WindowToField, $"Ask until") { Initial = now.WindowTo, Optional = true, Hint = $"May lie after midnight. People are spread over all of it, each at a minute of their own that stays the same, and never outside their shift." },
        new Field.Line(ResponseField, $"Hours for which an answer counts", 2) { Initial = now.Response, Hint = $"1 to {MostHours}, from the question on. An answer counts after the shift too; no question and no reminder goes out then." },
        new Field.Line(RemindField, $"Remind once, after so many hours", 2) { Initial = now.Remind, Optional = true, Hint = $"Only those who have not answered. Leave it empty for no reminder." },
        new Field.Time(QuietFromField, $"Quiet from") { Initial = now.QuietFrom, Optional = true, Hint = $"Nothing is sent in quiet hours. They may cross midnight." },
        new Field.Time(QuietToField, $"Quiet until") { Initial = now.QuietTo, Optional = true },
        new Field.Day(FromField, $"First day") { Initial = now.From, Optional = true },
        new Field.Day(ToField, $"Last day") { Initial = now.To, Optional = true },
    ];
}
