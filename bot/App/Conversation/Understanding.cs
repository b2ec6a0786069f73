namespace ServiceCulture.Bot.Conversation;

/// <summary>Reads a line to the bot as a command where its first word is one.</summary>
public static class Understanding
{
    public static Incoming Read(Envelope from, Typed line, Routes routes)
    {
        var (first, rest) = line.Cut();
        return routes.Knows($"command:{first}") ? new Incoming.Command(from, first, rest) : new Incoming.Said(from, line);
    }
}
