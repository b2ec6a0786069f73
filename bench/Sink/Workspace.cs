using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ServiceCulture.Bench.Sink;

/// <summary>An invented workspace of 2,000 people, U0000000 to U0001999; the signed commands come from them and thank them.</summary>
static class Workspace
{
    const int People = 2_000;
    const int LargestPage = 200;
    const string Team = "T0BENCH01";

    public static string DirectMessage(string user) => user.Length > 1 ? $"D{user[1..]}" : "D0000000";

    public static void WriteIdentity(Utf8JsonWriter json)
    {
        json.WriteString("url", "https://bench.slack.com/");
        json.WriteString("team", "Bench");
        json.WriteString("team_id", Team);
        json.WriteString("user", "service_culture");
        json.WriteString("user_id", "U0BOT0001");
        json.WriteString("bot_id", "B0BOT0001");
        json.WriteBoolean("is_enterprise_install", false);
    }

    public static void WriteUsers(Utf8JsonWriter json, string cursor, string limit)
    {
        var first = cursor is "" ? 0 : int.Parse(Encoding.ASCII.GetString(Convert.FromBase64String(cursor)), CultureInfo.InvariantCulture);
        var page = int.TryParse(limit, CultureInfo.InvariantCulture, out var wanted) && wanted > 0 ? Math.Min(wanted, LargestPage) : LargestPage;
        var next = Math.Min(first + page, People);

        json.WriteStartArray("members");
        for (var number = first; number < next; number++)
            WriteUser(json, $"U{number:D7}");
        json.WriteEndArray();
        json.WriteStartObject("response_metadata");
        json.WriteString("next_cursor", next == People ? "" : Convert.ToBase64String(Encoding.ASCII.GetBytes($"{next}")));
        json.WriteEndObject();
    }

    public static void WriteUser(Utf8JsonWriter json, string id)
    {
        var number = id.Length > 4 ? id[^4..] : id;
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("team_id", Team);
        json.WriteString("name", $"person{number}");
        json.WriteString("real_name", $"Bench Person {number}");
        json.WriteBoolean("deleted", false);
        json.WriteBoolean("is_bot", false);
        json.WriteBoolean("is_app_user", false);
        json.WriteBoolean("is_restricted", false);
        json.WriteBoolean("is_ultra_restricted", false);
        json.WriteBoolean("is_email_confirmed", true);
        json.WriteString("tz", "Europe/Berlin");
        json.WriteNumber("tz_offset", 3600);
        json.WriteString("locale", "en-US");
        json.WriteNumber("updated", 1_700_000_000);
        json.WriteStartObject("profile");
        json.WriteString("real_name", $"Bench Person {number}");
        json.WriteString("display_name", $"person{number}");
        json.WriteString("email", $"person{number}@example.org");
        json.WriteString("team", Team);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
