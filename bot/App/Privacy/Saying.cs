using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Privacy;

/// <summary>The few ways in which an exported file says things: times in UTC, people by name, what is not known left out.</summary>
static class Saying
{
    internal static void Say(this Utf8JsonWriter json, string name, string? words)
    {
        if (words is not null)
            json.WriteString(name, words);
    }

    internal static void Say(this Utf8JsonWriter json, string name, DateTime? at)
    {
        if (at is { } moment)
            json.WriteString(name, moment);
    }

    internal static void Say(this Utf8JsonWriter json, string name, DateOnly day) => json.WriteString(name, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    internal static void Say(this Utf8JsonWriter json, string name, Enum what) => json.WriteString(name, what.ToString());

    /// <summary>A list, an object a row.</summary>
    internal static void Rows<T>(this Utf8JsonWriter json, IEnumerable<T> rows, Action<T> write)
    {
        json.WriteStartArray();
        foreach (var row in rows)
        {
            json.WriteStartObject();
            write(row);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    internal static void Rows<T>(this Utf8JsonWriter json, string name, IEnumerable<T> rows, Action<T> write)
    {
        json.WritePropertyName(name);
        json.Rows(rows, write);
    }

    /// <summary>The names of these people; who is not there has none.</summary>
    internal static Task<Dictionary<Guid, string>> Names(Db db, IEnumerable<Guid> ids, CancellationToken cancel)
    {
        var all = ids.Distinct().ToList();
        return db.Members.AsNoTracking().Where(member => all.Contains(member.Id)).ToDictionaryAsync(member => member.Id, member => member.Name, cancel);
    }
}
