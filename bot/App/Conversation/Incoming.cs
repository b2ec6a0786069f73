using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Conversation;

/// <summary>
/// Something a person did, in no channel's dialect. A channel's translation makes these out of verified requests only;
/// features never see anything closer to the wire.
/// </summary>
/// <param name="From">Who, where, and the channel's own id of it.</param>
public abstract record Incoming(Envelope From)
{
    /// <summary>The key under which <see cref="Routes"/> finds the handler.</summary>
    public abstract string Route { get; }

    /// <summary>A command, typed or from a menu: its name and the words behind it.</summary>
    public sealed record Command(Envelope From, string Name, Typed Words) : Incoming(From)
    {
        public override string Route => $"command:{Name}";
    }

    /// <summary>A button.</summary>
    public sealed record Press(Envelope From, Ticket Ticket) : Incoming(From)
    {
        public override string Route => $"press:{Ticket.About.Id}";
    }

    /// <summary>A form, filled in.</summary>
    public sealed record Submit(Envelope From, Ticket Ticket, Answers Answers) : Incoming(From)
    {
        public override string Route => $"submit:{Ticket.About.Id}";
    }

    /// <summary>A message's menu: what was said, by whom, and a link to it.</summary>
    public sealed record Menu(Envelope From, string Action, Sender? Author, string Words, Uri? Link) : Incoming(From)
    {
        public override string Route => $"menu:{Action}";
    }

    /// <summary>Words to the bot that are no command.</summary>
    public sealed record Said(Envelope From, Typed Words) : Incoming(From)
    {
        public override string Route => "said";
    }

    /// <summary>Words to the bot were changed where they had been written; <see cref="Envelope.Spoken"/> says which.</summary>
    public sealed record Edited(Envelope From) : Incoming(From)
    {
        public override string Route => "edited";
    }

    /// <summary>Words to the bot were deleted where they had been written; <see cref="Envelope.Spoken"/> says which.</summary>
    public sealed record Deleted(Envelope From) : Incoming(From)
    {
        public override string Route => "deleted";
    }

    /// <summary>Somebody wrote to the bot or met it for the first time in a private conversation.</summary>
    public sealed record Met(Envelope From) : Incoming(From)
    {
        public override string Route => "met";
    }

    /// <summary>A conversation that the bot may write to was added, renamed or removed, or its people changed.</summary>
    public sealed record PlaceChanged(Envelope From, PlaceChange Change, string? Name) : Incoming(From)
    {
        public override string Route => "place";
    }

    /// <summary>The whole workspace or tenant took the bot off.</summary>
    public sealed record Uninstalled(Envelope From) : Incoming(From)
    {
        public override string Route => "uninstalled";
    }

    /// <summary>What the platform says of people: joined, changed, left.</summary>
    public sealed record PeopleChanged(Envelope From, IReadOnlyList<Sender> People, bool Gone) : Incoming(From)
    {
        public override string Route => "people";
    }
}

/// <summary>What happened to a conversation.</summary>
public enum PlaceChange { Added, Renamed, Removed, Blocked }

/// <summary>Where something came from. All of it out of the signed envelope.</summary>
/// <param name="Installation">Which workspace, tenant or local page.</param>
/// <param name="EventId">The channel's own id of the event; a second delivery bears the same one.</param>
/// <param name="Who">Who acted.</param>
/// <param name="Where">In which conversation.</param>
public sealed record Envelope(Channel Channel, int Installation, string EventId, Sender Who, Address Where)
{
    /// <summary>True where an answer can open a form at once (a slash command or press on Slack; anything on the local page).</summary>
    public bool CanOpen { get; init; }

    /// <summary>True where the request itself can be answered with a card or words (Teams' invokes); a message in Teams can't.</summary>
    public bool CanAnswer { get; init; }

    /// <summary>The platform's id of the one-to-one conversation, where this came from it.</summary>
    public string? Conversation { get; init; }

    /// <summary>The message in which it was said, where it was: a line, its edit or its deletion.</summary>
    public Spoken? Spoken { get; init; }
}

/// <summary>A message that somebody wrote, as its platform knows it.</summary>
/// <param name="Place">The platform's own id of the conversation.</param>
/// <param name="Id">Its own id of the message there.</param>
/// <param name="Under">The message that this one answers, by its thread or as a reply to it; null: none.</param>
/// <param name="Line">The whole line, also where its first word was read as a command.</param>
public sealed record Spoken(string Place, string Id, string? Under, Typed Line)
{
    /// <summary>Links to what was attached; the files themselves stay where they are.</summary>
    public IReadOnlyList<Attached> Files { get; init; } = [];
}

/// <summary>A file on its platform.</summary>
public sealed record Attached(string Name, Uri Link);

/// <summary>A platform account as its platform describes it. What is null was not said.</summary>
/// <param name="Id">The platform's id: Slack's user id, Teams' 29:… id, the local page's short name.</param>
public sealed record Sender(string Id)
{
    public string? Name { get; init; }

    /// <summary>An e-mail that the platform itself vouches for.</summary>
    public string? VerifiedEmail { get; init; }

    /// <summary>A second id that stays the same across bots: Entra's object id.</summary>
    public string? DirectoryId { get; init; }

    public string? Zone { get; init; }
    public string? Culture { get; init; }
    public bool IsBot { get; init; }
    public bool IsGuest { get; init; }
    public bool IsGone { get; init; }
}

public enum Channel { Slack, Teams, Local }

/// <summary>A conversation the bot can write to.</summary>
/// <param name="Kind">A person's own conversation (named by their account) or a shared one.</param>
/// <param name="Id">The account's platform id for <see cref="PlaceKind.Person"/>, else the conversation's.</param>
/// <param name="Thread">The message that a thread hangs on, where the place is a thread: the platform's id of it, or our own (<see cref="Under"/>).</param>
public sealed record Address(int Installation, PlaceKind Kind, string Id, string? Thread = null)
{
    const string Ours = "key:";

    /// <summary>The same place, below our message with this key, which may not have been sent yet. A channel without threads leaves that out.</summary>
    public Address Under(string key) => this with { Thread = Ours + key };

    /// <summary>The key of our message that a thread hangs on; null where it is the platform's id or there is none.</summary>
    public static string? KeyOf(string? thread) => thread?.StartsWith(Ours, StringComparison.Ordinal) is true ? thread[Ours.Length..] : null;
}

public enum PlaceKind { Person, Group, Channel }
