using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Kudos;

/// <summary>A name as somebody typed it, and whom it may mean.</summary>
/// <param name="WordCount">How many words of the line it took.</param>
/// <param name="Members">None: nobody is called that. Several: it must be asked.</param>
sealed record TypedName(string Words, int WordCount, IReadOnlyList<Guid> Members)
{
    const int Longest = 4;

    /// <summary>The longest run of words, from the first, that is somebody's name or the beginning of it.</summary>
    /// <param name="isNamed">True after an @: then it is meant as a name even where nobody has it.</param>
    internal static async Task<TypedName?> Take(string first, IReadOnlyList<string> behind, bool isNamed, Func<string, Task<IReadOnlyList<(Guid Id, string Key)>>> named)
    {
        var ending = first.TrimEnd(',', ':', ';', '.');
        var candidates = await named(ending);
        if (candidates.Count == 0)
            return isNamed ? new TypedName(ending, 1, []) : null;
        var best = new TypedName(ending, 1, [.. candidates.Select(candidate => candidate.Id)]);
        var words = ending;
        for (var count = 2; count <= Longest && count - 2 < behind.Count && ending == first && Folding.Key(behind[count - 2]).Length > 0; count++)
        {
            words += " " + behind[count - 2];
            ending = words.TrimEnd(',', ':', ';', '.');
            var key = Folding.Key(ending);
            var fit = candidates.Where(candidate => candidate.Key == key || candidate.Key.StartsWith(key + " ", StringComparison.Ordinal)).ToList();
            if (fit.Count == 0)
                break;
            best = new TypedName(ending, count, [.. fit.Select(candidate => candidate.Id)]);
            first = words;
        }
        var whole = candidates.Where(candidate => candidate.Key == Folding.Key(best.Words)).Select(candidate => candidate.Id).ToList();
        return whole.Count == 1 ? best with { Members = whole } : best;
    }
}
