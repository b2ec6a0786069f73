using ServiceCulture.Bot.Conversation;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Slack;

namespace ServiceCulture.Bot.Channels.Slack;

/// <summary>Says a reply Slack's way: in the HTTP answer where that can hold it, else through the Web API once the answer is out.</summary>
public sealed class SlackReplies(SlackAfterwards afterwards, Tickets tickets)
{
    public async Task Give(Answered answered, Incoming incoming, SlackRequest request, SlackAnswer answer)
    {
        var where = incoming is Incoming.Submit submit ? submit.Ticket.Where : incoming.From.Where;
        var reader = Readers.For(answered.Who, where, tickets);
        switch (request, answered.Reply)
        {
            case (SlackRequest.SlashCommand, Reply.Whisper whisper):
                await answer.Json(SlackBodies.Ephemeral(whisper.Card, reader));
                break;
            // Errors leave the modal's ticket as it was: one for a newer version of the row has to come in a new view.
            case (SlackRequest.ViewSubmission, Reply.Wrong wrong) when incoming is Incoming.Submit sent && sent.Ticket.About != wrong.Form.About:
                await answer.Json(SlackBodies.Updating(wrong.Form, reader));
                break;
            case (SlackRequest.ViewSubmission, Reply.Wrong wrong):
                await answer.Json($$"""{"response_action":"errors","errors":{{BlockKit.Errors(wrong.Form, reader)}}}""");
                break;
            case (SlackRequest.ViewSubmission, Reply.Next next):
                await answer.Json(SlackBodies.Updating(next.Form, reader));
                break;
            case (SlackRequest.ViewSubmission, Reply.Whisper { Card: { Buttons.Count: 0 } card }):
                await answer.Json(SlackBodies.Telling(card, reader));
                break;
            case (SlackRequest.ViewSubmission, Reply.Open open):
                await answer.Json($$"""{"response_action":"push","view":{{BlockKit.View(open.Form, reader)}}}""");
                break;
            default:
                await answer.Done();
                await afterwards.Say(answered, where, reader, request);
                break;
        }
    }

    /// <summary>A refusal that no turn was needed for, or that none could be made of: always answered, and a modal stays open.</summary>
    public async Task Refuse(SlackRequest request, Reply refusal, SlackAnswer answer)
    {
        var card = ((Reply.Whisper)refusal).Card;
        switch (request)
        {
            case SlackRequest.SlashCommand:
                await answer.Json(SlackBodies.Ephemeral(card, Reader.Plain));
                break;
            case SlackRequest.ViewSubmission { View.State.Values: { Count: > 0 } values }:
                await answer.Json(SlackBodies.Error(values.Keys.First().Block, PlainText.Render(card, Reader.Plain)));
                break;
            default:
                await answer.Done();
                await afterwards.Refuse(request, card);
                break;
        }
    }
}
