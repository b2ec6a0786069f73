using System.Globalization;

namespace ServiceCulture.Cards.Escalations;

/// <summary>Why a question went to whom it went, as data: kept with the question, said to the expert, and to the asker who asks for it.</summary>
/// <param name="CanDecide">They may decide about the topic.</param>
/// <param name="Decision">The question needs a decision.</param>
/// <param name="DutyFrom">When their duty begins, UTC; null: they were on duty.</param>
/// <param name="Language">The language that was looked for, two letters; null: none in particular.</param>
/// <param name="Speaks">They speak it, as far as is known.</param>
/// <param name="Lately">Questions they took in the two weeks before.</param>
/// <param name="Others">Others who were free at that time.</param>
/// <param name="Compared">Of those, how many spoke the language just so: with them the number of questions was compared.</param>
/// <param name="Alike">Of those, how many had just as few: then chance decided.</param>
public sealed record ExpertReason(bool CanDecide, bool Decision, DateTime? DutyFrom, string? Language, bool Speaks, int Lately, int Others, int Compared, int Alike)
{
    const int Parts = 9;

    /// <summary>For a column; <see cref="Read"/> reads it.</summary>
    public string Stored => string.Create(CultureInfo.InvariantCulture,
        $"{(CanDecide ? 1 : 0)};{(Decision ? 1 : 0)};{DutyFrom?.Ticks};{Language};{(Speaks ? 1 : 0)};{Lately};{Others};{Compared};{Alike}");

    /// <summary>What <see cref="Stored"/> wrote; null for anything else.</summary>
    public static ExpertReason? Read(string? stored)
    {
        if (stored?.Split(';') is not { Length: Parts } parts || parts.Where((part, at) => at is not (2 or 3)).Any(part => !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
            return null;
        int At(int at) => int.Parse(parts[at], CultureInfo.InvariantCulture);
        return new(At(0) == 1, At(1) == 1, long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) ? new DateTime(ticks, DateTimeKind.Utc) : null,
            parts[3].Length > 0 ? parts[3] : null, At(4) == 1, At(5), At(6), At(7), At(8));
    }

    /// <summary>To the expert: "You got this because …".</summary>
    public Text ForExpert => $"You got this because {Texts.List([
        Decision ? $"you can decide about the topic" : (Text)$"you know the topic",
        DutyFrom is { } from ? $"you are the next on duty, from {new Hole.Moment(from)}" : (Text)$"you are on duty",
        .. Tongue is { } tongue ? (Text[])[Speaks ? (Text)$"you speak {tongue}" : $"nobody who is there speaks {tongue}"] : [],
        Others == 0 ? $"nobody else is free" : Compared == 0 ? (Text)$"nobody else who is free does" : $"nobody else who is free had fewer questions in the last two weeks (you had {Lately})"])}.{Chance}";

    /// <summary>To the asker; without numbers about the expert.</summary>
    public Text ForAsker(Person expert) => $"{expert} got this because they {Texts.List([
        Decision ? $"can decide about the topic" : (Text)$"know the topic",
        DutyFrom is { } from ? $"are the next on duty, from {new Hole.Moment(from)}" : (Text)$"are on duty",
        .. Tongue is { } tongue && Speaks ? (Text[])[$"speak {tongue}"] : [],
        Others == 0 ? $"are the only one who is free" : Compared == 0 ? (Text)$"are the only one of those free who does" : $"had the fewest questions lately among those who are free"])}.{Chance}";

    Text Chance => Alike > 0 ? $" Between {new Hole.Count(Alike + 1, "person", "people")} alike, chance decided." : (Text)$"";

    string? Tongue => Language is null ? null : Languages.GetValueOrDefault(Language, Language);

    static readonly Dictionary<string, string> Languages = new()
    {
        ["de"] = "German",
        ["en"] = "English",
        ["es"] = "Spanish",
        ["fr"] = "French",
        ["it"] = "Italian",
        ["nl"] = "Dutch",
        ["pl"] = "Polish",
        ["pt"] = "Portuguese",
        ["tr"] = "Turkish",
    };
}
