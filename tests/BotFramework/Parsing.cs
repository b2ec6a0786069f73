using System.Text;
using ServiceCulture.BotFramework;

namespace ServiceCulture.Tests.BotFramework;

/// <summary>Short ways to an activity.</summary>
static class Parsing
{
    static readonly BotFrameworkOptions Anybody = new()
    {
        Channels = new HashSet<string> { "msteams", "agents" },
        ServiceHosts = ["127.0.0.1:56160", "127.0.0.1:56150"],
    };

    public static Activity File(string name) => Activity.Parse(
        AnonymousVerification.Accept(WireFiles.Teams(name), Anybody) ?? throw new InvalidOperationException(name));

    /// <summary>The body's envelope is completed with what verification asks for.</summary>
    public static Activity Json(string fields) => Activity.Parse(AnonymousVerification.Accept(Encoding.UTF8.GetBytes(
        """{"channelId":"msteams","serviceUrl":"https://smba.trafficmanager.net/emea/","channelData":{"tenant":{"id":"t"}},""" + fields + "}"), Anybody)!);

    public static InvokeActivity Invoke(string name, string value) => (InvokeActivity)Json(
        $$"""
        "type":"invoke","name":"{{name}}","id":"1","from":{"id":"29:ann"},"conversation":{"id":"a:1"},"value":{{value}}
        """);

    /// <summary>Any bytes at all, as if they had been verified.</summary>
    public static Activity Bytes(byte[] bytes) => Activity.Parse(new VerifiedActivity(bytes, new("msteams", "https://smba.trafficmanager.net/", "t", null), "t"));
}
