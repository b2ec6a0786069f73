namespace ServiceCulture.Cards.HrConsole;

/// <summary>What <c>console</c> is answered with: the link in, in a private form and nowhere else, so that it stands in no chat.</summary>
public sealed record ConsoleLink : IForm<ConsoleLink>
{
    /// <summary>The press that opens it where a typed line can't.</summary>
    public const string OpenId = "console.open";

    /// <summary>For so many minutes the link works.</summary>
    public const int Minutes = 5;

    /// <inheritdoc/>
    public static string Id => "console.link";

    /// <inheritdoc/>
    public static ConsoleLink Read(Answers answers) => new();

    /// <summary>A button that gives the link, and leads to one page behind it.</summary>
    /// <param name="page">The page's path below the console.</param>
    public static Button To(string page, Text label) => new(label, new Ref(OpenId, page)) { Opens = Opens.PrivateForm, Style = ButtonStyle.Primary };

    /// <param name="link">Good for one sign-in of whoever asked.</param>
    /// <param name="until">UTC.</param>
    /// <param name="page">The page behind it; empty: the first one.</param>
    public static Form Form(Uri link, DateTime until, string page = "") => new(new Ref(Id), $"The console", $"Close",
    [
        new Field.Shown("link", new Block.Say($"{new Hole.Link((Text)$"Sign in to the console", link)}")),
        new Field.Note("once", $"It signs you in, as you, once, until {new Hole.Moment(until, MomentStyle.Time)}. Don't pass it on. Asking for another makes this one useless."),
    ])
    { Private = true, Reopens = new Ref(OpenId, page) };

    /// <summary>For whoever has no part in the console.</summary>
    public static Card NotForYou => new($"The console isn't for you",
        new Block.Say($"The console is for HR, the works council and the owner, so there is nothing in it that you could open. What is kept of you is in {new Hole.Typed("mydata")}; what I can do for you is in {new Hole.Typed("help")}."));

    /// <summary>Where no address is set under which people reach this server.</summary>
    public static Card NoAddress => new($"No link yet",
        new Block.Say($"I can't give you a link yet: this server doesn't know the address under which you can reach it. Whoever runs it must set {new Hole.Typed("Console:PublicUrl")}; please ask them."));
}
