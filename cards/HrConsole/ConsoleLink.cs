namespace ServiceCulture.Cards.HrConsole;

/// <summary>What <c>console</c> is answered with, to whoever asked alone.</summary>
public static class ConsoleLink
{
    /// <summary>For so many minutes the link works.</summary>
    public const int Minutes = 5;

    /// <param name="link">Good for one sign-in of whoever asked.</param>
    /// <param name="until">UTC.</param>
    public static Card Card(Uri link, DateTime until) => new($"Your way into the console",
        new Block.Say($"{new Hole.Link("Sign in to the console", link)}"),
        new Block.Note($"The link signs you in, as you, once, until {new Hole.Moment(until, MomentStyle.Time)}. Don't pass it on. A newer one makes this one useless."))
    {
        Summary = $"A link that signs you in to the console",
    };

    /// <summary>For whoever has no part in the console.</summary>
    public static Card NotForYou => new($"The console isn't for you",
        new Block.Say($"The console is for HR, the works council and the owner, so there is nothing in it that you could open. What is kept of you is in {new Hole.Typed("mydata")}; what I can do for you is in {new Hole.Typed("help")}."));

    /// <summary>Where no address is set under which people reach this server.</summary>
    public static Card NoAddress => new($"No link yet",
        new Block.Say($"I can't give you a link yet: this server doesn't know the address under which you can reach it. Whoever runs it must set {new Hole.Typed("Console:PublicUrl")}; please ask them."));
}
