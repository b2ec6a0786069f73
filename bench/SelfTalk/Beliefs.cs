using ServiceCulture.Bot.Features.SelfTalk;

namespace ServiceCulture.Bench.SelfTalk;

/// <summary>How much each kind of cue is worth before any example is seen. Half of what its author would say: the examples he had before him flatter it.</summary>
static class Beliefs
{
    internal static Dictionary<string, float[]> Of(CueFile cues)
    {
        var beliefs = new Dictionary<string, float[]> { [Weights.Bias] = Row(0, 1.5f) };
        foreach (var (id, strengths) in cues.Cues)
            foreach (var strength in strengths.Keys)
                beliefs[$"{id}/{strength}"] = Row(1 + (int)PatternIds.Find(id)!, strength switch { "strong" => 1.1f, "usual" => 0.55f, _ => 0.175f });
        foreach (var kind in cues.Counters.Keys)
            beliefs[$"none/{kind}"] = Row(0, 0.9f);
        return beliefs;
    }

    static float[] Row(int outcome, float worth)
    {
        var row = new float[Weights.Outcomes];
        row[outcome] = worth;
        return row;
    }
}
