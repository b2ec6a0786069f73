using ServiceCulture.Bot.Features.SelfTalk;

namespace ServiceCulture.Bench.SelfTalk;

/// <summary>How much each kind of cue is worth before any example is seen.</summary>
static class Beliefs
{
    internal static Dictionary<string, float[]> Of(CueFile cues)
    {
        var beliefs = new Dictionary<string, float[]> { [Weights.Bias] = Row(0, 3.5f) };
        foreach (var (id, strengths) in cues.Cues)
            foreach (var strength in strengths.Keys)
                beliefs[$"{id}/{strength}"] = Row(1 + (int)PatternIds.Find(id)!, strength switch { "strong" => 2.2f, "usual" => 1.1f, _ => 0.35f });
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
