using ServiceCulture.Bot.Conversation;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Rendering;

namespace ServiceCulture.Tests.Support;

/// <summary>What somebody got as the answer to what they did, and where.</summary>
sealed record Heard(Reply Reply, Address Where, Guid Who)
{
    /// <summary>When they saw it.</summary>
    public DateTime? At { get; init; }

    /// <summary>The card they see; fails where there is none.</summary>
    public Card Card => Reply switch
    {
        Reply.Whisper whisper => whisper.Card,
        Reply.Replace replace => replace.Card,
        _ => throw new InvalidOperationException($"No card but {Reply}."),
    };

    /// <summary>The form they see; fails where there is none.</summary>
    public Form Form => Reply switch
    {
        Reply.Open open => open.Form,
        Reply.Wrong wrong => wrong.Form,
        Reply.Next next => next.Form,
        _ => throw new InvalidOperationException($"No form but {Reply}."),
    };

    /// <summary>The card in plain words.</summary>
    public string Words => PlainText.Render(Card, Reader.Plain);

    /// <summary>Why the form was refused, at a field; empty where it was not.</summary>
    public string Fault(string field) => Form.Faults.TryGetValue(field, out var why) ? why.Plain(Reader.Plain) : "";

    /// <summary>What stands in the form, by field, joined with commas.</summary>
    public string Holds(string field) => Form.Standing.TryGetValue(field, out var all) ? string.Join(',', all) : "";

    /// <summary>The labels of the card's buttons.</summary>
    public IEnumerable<string> Buttons => Card.Buttons.Select(button => button.Label.Plain(Reader.Plain));
}
