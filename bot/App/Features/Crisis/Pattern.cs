namespace ServiceCulture.Bot.Features.Crisis;

/// <summary>
/// A phrase with alternatives, options and gaps, matched over numbered words. All ways of matching advance together as
/// bits of one number, so the time is bounded whatever is written; a phrase spans at most 63 words.
/// </summary>
abstract record Pattern
{
    /// <summary>The number of a sentence's end, which gaps don't cross; and of a word that no phrase knows.</summary>
    internal const int End = 0, Unknown = 1;

    /// <summary>From the places reached (bit n: n words behind the origin) to the places reached behind this.</summary>
    internal abstract ulong Step(ReadOnlySpan<int> words, int origin, ulong at);

    /// <summary>The words that it can begin with; false where it may also be empty or begin with any.</summary>
    internal abstract bool First(HashSet<int> words);

    internal sealed record Words(int[] Any) : Pattern
    {
        internal override ulong Step(ReadOnlySpan<int> words, int origin, ulong at)
        {
            var next = 0UL;
            for (var rest = at; rest != 0; rest &= rest - 1)
            {
                var place = System.Numerics.BitOperations.TrailingZeroCount(rest);
                if (origin + place < words.Length && Any.AsSpan().Contains(words[origin + place]))
                    next |= 1UL << place;
            }
            return next << 1;
        }

        internal override bool First(HashSet<int> words)
        {
            words.UnionWith(Any);
            return true;
        }
    }

    internal sealed record Sequence(params IReadOnlyList<Pattern> Parts) : Pattern
    {
        internal override ulong Step(ReadOnlySpan<int> words, int origin, ulong at)
        {
            for (var part = 0; part < Parts.Count && at != 0; part++)
                at = Parts[part].Step(words, origin, at);
            return at;
        }

        internal override bool First(HashSet<int> words)
        {
            foreach (var part in Parts)
                if (part is Gap)
                    return false; // whatever stands in it is the first word
                else if (part.First(words))
                    return true;
            return false;
        }
    }

    internal sealed record Either(params IReadOnlyList<Pattern> Ways) : Pattern
    {
        internal override ulong Step(ReadOnlySpan<int> words, int origin, ulong at)
        {
            var next = 0UL;
            foreach (var way in Ways)
                next |= way.Step(words, origin, at);
            return next;
        }

        internal override bool First(HashSet<int> words)
        {
            var all = true;
            foreach (var way in Ways)
                all &= way.First(words);
            return all;
        }
    }

    internal sealed record Perhaps(Pattern What) : Pattern
    {
        internal override ulong Step(ReadOnlySpan<int> words, int origin, ulong at) => at | What.Step(words, origin, at);

        internal override bool First(HashSet<int> words)
        {
            What.First(words);
            return false;
        }
    }

    /// <summary>Up to so many words of the same sentence, none of them one of those named.</summary>
    internal sealed record Gap(int Most, int[] Not) : Pattern
    {
        internal override ulong Step(ReadOnlySpan<int> words, int origin, ulong at)
        {
            var step = at;
            for (var count = 0; count < Most && step != 0; count++)
            {
                var next = 0UL;
                for (var rest = step; rest != 0; rest &= rest - 1)
                {
                    var place = System.Numerics.BitOperations.TrailingZeroCount(rest);
                    if (origin + place < words.Length && words[origin + place] is not End && !Not.AsSpan().Contains(words[origin + place]))
                        next |= 1UL << place;
                }
                at |= step = next << 1;
            }
            return at;
        }

        internal override bool First(HashSet<int> words) => false;
    }

    /// <summary>Only where that does not follow.</summary>
    internal sealed record Unless(Pattern What) : Pattern
    {
        internal override ulong Step(ReadOnlySpan<int> words, int origin, ulong at)
        {
            var here = 0UL;
            for (var rest = at; rest != 0; rest &= rest - 1)
                if (What.Step(words, origin, rest & ~(rest - 1)) == 0)
                    here |= rest & ~(rest - 1);
            return here;
        }

        internal override bool First(HashSet<int> words) => false;
    }

    /// <summary>Where a sentence begins or ends.</summary>
    internal sealed record Edge(bool Begins) : Pattern
    {
        internal override ulong Step(ReadOnlySpan<int> words, int origin, ulong at)
        {
            var here = 0UL;
            for (var rest = at; rest != 0; rest &= rest - 1)
            {
                var place = System.Numerics.BitOperations.TrailingZeroCount(rest);
                var beside = Begins ? origin + place - 1 : origin + place;
                if (beside < 0 || beside >= words.Length || words[beside] is End)
                    here |= 1UL << place;
            }
            return here;
        }

        internal override bool First(HashSet<int> words) => false;
    }
}
