using ServiceCulture.Bot.Features.Crisis;

namespace ServiceCulture.Bench.Crisis;

/// <summary>A sentence as it was read, what the lists found in it, and which cry for help it is; null: ordinary words.</summary>
sealed record Cry(Sentence Sentence, ListsFound Found, CrisisKind? Kind)
{
    /// <summary>
    /// Both as one, in either order: the telling words may stand anywhere in many, and what we learn from is shorter than what people
    /// write. Itself where both together are too long.
    /// </summary>
    internal Cry With(Cry other, Random random)
    {
        if (Sentence.Plain.Count + other.Sentence.Plain.Count + 1 > Shapes.Longest)
            return this;
        var (telling, beside) = other.Kind is not null && (Kind is null || random.Next(2) == 0) ? (other, this) : (this, other);
        var (first, second) = random.Next(2) == 0 ? (telling, beside) : (beside, telling);
        var found = new ListsFound(telling.Found.Kind ?? beside.Found.Kind, Found.IsHarmless || other.Found.IsHarmless, Found.IsHalf || other.Found.IsHalf);
        var words = first.Sentence.Plain.Take(first.Sentence.Plain.Count - (first.Sentence.Plain is [.., "."] ? 1 : 0));
        List<string> plain = [.. words, random.Next(2) == 0 ? "." : "and", .. second.Sentence.Plain];
        return new(new Sentence(new int[plain.Count], plain, []), found, telling.Kind);
    }
}
