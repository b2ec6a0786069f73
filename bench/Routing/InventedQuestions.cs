using ServiceCulture.Bot.Features.Escalations.Routing;

namespace ServiceCulture.Bench.Routing;

/// <summary>Questions of a language that nobody speaks: words by Zipf's law, each topic with some of its own. They cost what real ones cost; how well they are routed means nothing.</summary>
sealed class InventedQuestions(int topics)
{
    const int Common = 2_000, Own = 60;

    readonly Random _random = new(1);

    internal Example Next()
    {
        var topic = _random.Next(topics);
        var words = Enumerable.Range(0, _random.Next(5, 24)).Select(_ => _random.NextDouble() < 0.3 ? Word(Common + (topic * Own) + Zipf(Own)) : Word(Zipf(Common)));
        return new(string.Join(' ', words), topic);
    }

    int Zipf(int most) => (int)Math.Min(most - 1, Math.Pow(most, _random.NextDouble()) - 1);

    // Syllables by number: the same number is the same word.
    static string Word(int number)
    {
        const string Consonants = "bdfglmnprstvkz", Vowels = "aeiou";
        var word = "";
        for (var rest = (number * 7919) + 13; rest > 0 || word.Length < 4; rest /= Consonants.Length * Vowels.Length)
            word += $"{Consonants[rest % Consonants.Length]}{Vowels[rest / Consonants.Length % Vowels.Length]}";
        return word;
    }
}
