using System.Text.Json;

namespace ServiceCulture.BotFramework;

/// <summary>Reads what the Connector answers.</summary>
static class ConnectorAnswers
{
    public static bool TryObject(byte[] answer, out JsonElement json)
    {
        json = default;
        if (!ActivityJson.IsSound(answer, 64))
            return false;
        using var document = JsonDocument.Parse(answer);
        json = document.RootElement.Clone();
        return json.ValueKind == JsonValueKind.Object;
    }

    /// <summary>The request was accepted but what it gave can't be read: asking again may do it twice.</summary>
    public static T Read<T>(byte[] answer, Func<JsonElement, T> read)
    {
        try
        {
            if (TryObject(answer, out var json))
                return read(json);
        }
        catch (WrongShapeException wrong)
        {
            throw new BotFrameworkException("AnswerMalformed", null, FailureClass.Ambiguous, wrong);
        }
        throw new BotFrameworkException("AnswerMalformed", null, FailureClass.Ambiguous);
    }

    public static PagedMembers Page(JsonElement json) =>
        new([.. json.Objects("members").Select(Account)], json.Text("continuationToken") is { Length: > 0 } next ? next : null);

    public static TeamsChannelAccount Account(JsonElement member) => new(
        member.Required("id"),
        member.Text("name"),
        member.Text("email"),
        member.Text("userPrincipalName"),
        // The platform writes objectId in some answers and aadObjectId in others.
        member.Text("aadObjectId") ?? member.Text("objectId"),
        member.Text("givenName"),
        member.Text("surname"),
        member.Text("tenantId"),
        member.Text("userRole"));
}
