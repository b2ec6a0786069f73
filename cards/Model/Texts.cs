namespace ServiceCulture.Cards;

/// <summary>Texts put together the way a sentence lists things.</summary>
public static class Texts
{
    /// <summary>"A", "A and B", "A, B and C". Empty for none.</summary>
    public static Text List(IReadOnlyList<Text> items) => items.Count switch
    {
        0 => $"",
        1 => items[0],
        _ => $"{Commas(items, items.Count - 1)} and {items[^1]}",
    };

    /// <summary>People, listed.</summary>
    public static Text List(IEnumerable<Person> people) => List([.. people.Select(person => (Text)$"{person}")]);

    static Text Commas(IReadOnlyList<Text> items, int count) => count == 1 ? items[0] : $"{Commas(items, count - 1)}, {items[count - 1]}";
}
