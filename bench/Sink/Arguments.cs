using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Json;

namespace ServiceCulture.Bench.Sink;

/// <summary>One call's arguments: Slack takes them from the query, from a form or from a JSON object.</summary>
readonly struct Arguments(IQueryCollection query, ReadOnlySequence<byte> body, bool isJson)
{
    public string this[string name] => query.TryGetValue(name, out var value) ? value.ToString() : InBody(name) ?? "";

    string? InBody(string name) => body.IsEmpty ? null : isJson ? InJson(name) : InForm(name);

    string? InJson(string name)
    {
        var json = new Utf8JsonReader(body);
        if (!json.Read() || json.TokenType is not JsonTokenType.StartObject)
            return null;

        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            var wanted = json.ValueTextEquals(name);
            json.Read();
            if (wanted)
                return json.TokenType is JsonTokenType.Number ? json.GetInt64().ToString() : json.GetString();
            json.Skip();
        }
        return null;
    }

    string? InForm(string name)
    {
        var form = Encoding.UTF8.GetString(body).AsSpan();
        foreach (var range in form.Split('&'))
        {
            var pair = form[range];
            if (pair.StartsWith(name) && pair.Length > name.Length && pair[name.Length] == '=')
                return WebUtility.UrlDecode(pair[(name.Length + 1)..].ToString());
        }
        return null;
    }
}
