using System.Text;

namespace ServiceCulture.Tests.Peers.Rigs;

/// <summary>Someone in the Playground's invented organisation.</summary>
sealed record PlaygroundPerson(int Number, string Given, string Family)
{
    public string Id => "29:" + Given.ToLowerInvariant();
    public string Name => $"{Given} {Family}";
    public string Email => $"{Given}.{Family}@example.test".ToLowerInvariant();
    public string ObjectId => $"5a000000-0000-4000-8000-{Number:D12}";
}

/// <summary>The organisation the Playground plays: its people, chats, team and channels.</summary>
static class PlaygroundPeople
{
    public const string Tenant = "5a000000-0000-4000-8000-00000000aaaa";
    public const string BotId = "28:5a000000-0000-4000-8000-0000000000b0";
    public const string BotName = "Service Culture";
    public const string PersonalChat = "a:personal-ada";
    public const string GroupChat = "19:huddle@thread.v2";
    public const string Team = "19:floor@thread.tacv2";
    public const string KudosChannel = "19:kudos@thread.tacv2";

    /// <summary>The one the page belongs to.</summary>
    public static PlaygroundPerson Ada { get; } = new(11, "Ada", "Probe");
    public static PlaygroundPerson Bela { get; } = new(12, "Bela", "Sample");
    public static PlaygroundPerson Cleo { get; } = new(13, "Cleo", "Fixture");
    public static PlaygroundPerson Dima { get; } = new(14, "Dima", "Mockup");
    public static PlaygroundPerson Enno { get; } = new(15, "Enno", "Dummy");
    public static PlaygroundPerson Fay { get; } = new(16, "Fay", "Madeup");

    /// <summary>The Playground takes exactly five others.</summary>
    public static IReadOnlyList<PlaygroundPerson> Others { get; } = [Bela, Cleo, Dima, Enno, Fay];

    /// <summary>The content of .m365agentsplayground.yml.</summary>
    public static string Yaml()
    {
        var yaml = new StringBuilder($$"""
            version: "0.1.0"
            tenantId: {{Tenant}}
            bot: { id: "{{BotId}}", name: {{BotName}} }
            currentUser: {{Entry(Ada)}}
            users:

            """);
        foreach (var person in Others) yaml.Append("  - ").Append(Entry(person)).Append('\n');
        return yaml.Append($$"""
            personalChat: { id: "{{PersonalChat}}" }
            groupChat: { id: "{{GroupChat}}", name: Huddle }
            team:
              id: "{{Team}}"
              name: Floor
              aadGroupId: 5a000000-0000-4000-8000-00000000cccc
              channels:
                - { id: "{{KudosChannel}}", name: Kudos }

            """).ToString();
    }

    static string Entry(PlaygroundPerson person) =>
        $"{{ id: \"{person.Id}\", name: {person.Name}, userPrincipleName: {person.Email}, aadObjectId: {person.ObjectId}, "
        + $"givenName: {person.Given}, surname: {person.Family}, email: {person.Email} }}";
}
