using System.Text.Json.Serialization;

namespace ServiceCulture.Bot.Channels.Local;

/// <summary>What the page sends when somebody does something.</summary>
sealed record Act(string As, string Place, string Do, string? Words, string? Ticket, Dictionary<string, string[]>? Answers);

/// <summary>What the page gets back.</summary>
sealed record ActAnswer(string Reply, string? Html = null, string? Words = null);

sealed record FoundAnswer(IReadOnlyList<FoundChoice> Choices);

sealed record FoundChoice(string Value, string Label, string? Describes);

sealed record PeopleAnswer(IReadOnlyList<LocalPerson> People, IReadOnlyList<LocalPlace> Places, IReadOnlyList<LocalCommand> Commands, IReadOnlyList<LocalValue> Values);

sealed record LocalPerson(string Id, string Name, string? Team, string Role);

sealed record LocalPlace(string Id, string Name);

sealed record LocalCommand(string Name, string About, string Example);

sealed record LocalValue(string Id, string Name, string Glyph);

sealed record PostEvent(string Id, string Place, DateTime At, string Html, int Revision);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Act))]
[JsonSerializable(typeof(ActAnswer))]
[JsonSerializable(typeof(FoundAnswer))]
[JsonSerializable(typeof(PeopleAnswer))]
[JsonSerializable(typeof(PostEvent))]
sealed partial class LocalJson : JsonSerializerContext;
