namespace ServiceCulture.Cards.MyData;

/// <summary>The link to one's own data, and the code without which its page gives nothing: both shown in the private form and nowhere else.</summary>
public sealed record TakeMyData : IForm<TakeMyData>
{
    /// <summary>For so many minutes the link works.</summary>
    public const int Minutes = 15;

    /// <inheritdoc/>
    public static string Id => "mydata.take";

    /// <inheritdoc/>
    public static TakeMyData Read(Answers answers) => new();

    /// <summary>The form.</summary>
    /// <param name="code">What the page asks for.</param>
    /// <param name="until">UTC.</param>
    public static Form Form(Uri link, string code, DateTime until) => new(new Ref(Id), $"A copy of my data", $"Close",
    [
        new Field.Shown("link", new Block.Say($"{new Hole.Link((Text)$"Open the page with your file", link)}")),
        new Field.Shown("code", new Block.Say($"The page asks for this code: {new Hole.Bold(code)}")),
        new Field.Note("once", $"It works once, until {new Hole.Moment(until, MomentStyle.Time)}; opening the page alone doesn't use it up. The code stands only here, in front of you: the link by itself gives nobody the file."),
        new Field.Note("file", $"The file is JSON: all that I keep of you, readable, your private words too. Keep it where only you can open it."),
    ])
    { Private = true, Reopens = new Ref(ShowMyData.OpenId) };

    /// <summary>Where no address is set under which people reach this server.</summary>
    public static Form NoAddress => new(new Ref(Id), $"A copy of my data", $"Close",
    [
        new Field.Note("address", $"I can't give you a link yet: this server doesn't know the address under which you can reach it. Whoever runs it must set Console:PublicUrl; please ask them."),
        new Field.Note("kept", $"Nothing was changed."),
    ])
    { Private = true, Reopens = new Ref(ShowMyData.OpenId) };
}
