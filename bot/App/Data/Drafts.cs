using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Data;

/// <summary>Keeps what stood in an ordinary form that could not be opened at once.</summary>
public static partial class Drafts
{
    /// <summary>Under which a draft's answers hold the row that the form was about.</summary>
    public const string RowField = "#row";

    /// <summary>Adds the draft to the unit of work.</summary>
    public static Draft Keep(Db db, Guid member, Form form, DateTime now)
    {
        if (form.Private)
            throw new InvalidOperationException("A private form has no draft.");
        var draft = new Draft { MemberId = member, Form = form.About.Id, At = now, Answers = JsonSerializer.Serialize(Standing(form), DraftJson.Default.DictionaryStringStringArray) };
        db.Drafts.Add(draft);
        return draft;
    }

    /// <summary>The member's own draft of that form, or null.</summary>
    public static async Task<Answers?> Find(Db db, Guid id, Guid member, string form, CancellationToken cancel)
    {
        if (id == Guid.Empty || await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.MemberId == member && d.Form == form, cancel) is not { } draft)
            return null;
        var answers = JsonSerializer.Deserialize(draft.Answers, DraftJson.Default.DictionaryStringStringArray)!;
        return new Answers(answers.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)pair.Value));
    }

    static Dictionary<string, string[]> Standing(Form form) => new(form.Standing.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray())) { [RowField] = [form.About.Row] };

    [JsonSerializable(typeof(Dictionary<string, string[]>))]
    sealed partial class DraftJson : JsonSerializerContext;
}
