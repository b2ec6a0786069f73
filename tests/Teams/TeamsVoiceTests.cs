using ServiceCulture.Bot.Channels.Teams;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;

namespace ServiceCulture.Tests.Teams;

/// <summary>What becomes of replies that Teams can't give where they were asked for.</summary>
public sealed class TeamsVoiceTests
{
    static readonly MemberInfo Ann = new(Guid.NewGuid(), "Ann");
    static readonly Address Own = new(1, PlaceKind.Person, "29:ann"), Shared = new(1, PlaceKind.Group, "19:group");
    static readonly Ref Open = new("rough.open");
    static readonly Form Private = new(new Ref("rough.tell"), $"A rough moment", $"Send", new Field.Line("words", $"What happened?", 500) { Initial = "my own words" }) { Private = true, Reopens = Open };
    static readonly Form Ordinary = Private with { Private = false, Fields = [new Field.Note("note", $"Nothing yet")] };
    static readonly Card WithButton = new($"Title") { Buttons = [new Button($"Press", Open)] }, Plain = new($"Title");

    readonly TeamsVoice voice = new();

    enum By { Message, Button, FormCard, Dialog }

    Outcome Settle(By by, Address where, Reply reply)
    {
        var from = new Envelope(Channel.Teams, 1, "event", new Sender("29:ann"), where) { CanAnswer = by is not By.Message, CanOpen = by is By.Dialog };
        var ticket = new Ticket(Open, where, null);
        Incoming what = by switch
        {
            By.Message => new Incoming.Command(from, "rough", Typed.Of("")),
            By.FormCard => new Incoming.Submit(from, ticket, Answers.None),
            _ => new Incoming.Press(from, ticket),
        };
        return voice.Settle(new Turn(what, Ann, null!, DateTime.UnixEpoch, Again: false), new Outcome(reply));
    }

    [Fact]
    public void a_private_form_is_never_in_a_message()
    {
        foreach (var by in Enum.GetValues<By>())
            foreach (var where in new[] { Own, Shared })
                foreach (var reply in new Reply[] { new Reply.Open(Private), new Reply.Wrong(Private), new Reply.Next(Private) })
                {
                    var outcome = Settle(by, where, reply);
                    foreach (var send in outcome.Sends)
                    {
                        Assert.Null(send.Form);
                        Assert.Equal(Own, send.To);
                        Assert.Equal(Opens.PrivateForm, Assert.Single(send.Card.Buttons).Opens);
                        Assert.DoesNotContain("my own words", voice.Draw(send, Reader.Plain).Body, StringComparison.Ordinal);
                    }
                    if (by is not By.Dialog)
                        Assert.False(TeamsReplies.FormOf(outcome.Reply)?.Private ?? false);
                }
    }

    [Fact]
    public void a_message_is_answered_by_a_message_to_its_sender_alone()
    {
        var outcome = Settle(By.Message, Shared, new Reply.Whisper(Plain));

        Assert.IsType<Reply.None>(outcome.Reply);
        var send = Assert.Single(outcome.Sends);
        Assert.Equal((Own, Ann.Id, Priority.Urgent), (send.To, send.For, send.Priority));
    }

    [Fact]
    public void an_ordinary_form_is_a_card_in_the_own_chat_and_a_button_elsewhere()
    {
        Assert.Same(Ordinary, Assert.Single(Settle(By.Message, Own, new Reply.Open(Ordinary)).Sends).Form);
        var elsewhere = Assert.Single(Settle(By.Message, Shared, new Reply.Open(Ordinary)).Sends);
        Assert.Equal((null, Shared, Ann.Id), (elsewhere.Form, elsewhere.To, elsewhere.For));
        Assert.Equal(Opens.Form, Assert.Single(elsewhere.Card.Buttons).Opens);
        Assert.Contains("task/fetch", voice.Draw(elsewhere, Reader.Plain).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void words_come_in_the_answer_and_buttons_also_as_a_message()
    {
        Assert.Empty(Settle(By.Button, Own, new Reply.Whisper(Plain)).Sends);
        Assert.Single(Settle(By.Button, Own, new Reply.Whisper(WithButton)).Sends);
        Assert.Empty(Settle(By.Dialog, Shared, new Reply.Whisper(Plain)).Sends);
        Assert.Single(Settle(By.Dialog, Shared, new Reply.Whisper(WithButton)).Sends);
    }

    [Fact]
    public void a_form_card_gives_way_in_the_own_chat_and_is_answered_there_from_elsewhere()
    {
        Assert.Empty(Settle(By.FormCard, Own, new Reply.Whisper(WithButton)).Sends);
        Assert.Equal(Own, Assert.Single(Settle(By.FormCard, Shared, new Reply.Whisper(WithButton)).Sends).To);
    }

    [Fact]
    public void a_reply_of_nothing_sends_nothing()
    {
        foreach (var by in Enum.GetValues<By>())
            Assert.Empty(Settle(by, Own, new Reply.None()).Sends);
    }
}
