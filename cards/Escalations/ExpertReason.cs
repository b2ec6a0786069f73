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
