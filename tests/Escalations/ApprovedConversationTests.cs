using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Escalations;

/// <summary>The conversation about a question and its handing over, in every dialect, as a reviewer saw them.</summary>
public sealed class ApprovedConversationTests
{
    const string Id = "11111111-2222-3333-4444-555555555555";

    static readonly Reader OnPlatform = Reader.Plain with { Installation = 1 };
    static readonly DateTime At = new(2026, 11, 27, 9, 30, 0, DateTimeKind.Utc);
    static readonly Person Mira = new(Guid.Empty, "Mira Solano", new Handle(1, "U0MIRA")), Sam = new(Guid.Empty, "Sam Rivers");
    static readonly SaidWords Files = new(Mira, At, "See *this*, please\n📎 invoice 7.pdf https://acme.example/files/7"), Back = new(Sam, At.AddMinutes(2), "") { IsTakenBack = true };

    static readonly QuestionWords Question = new(Id, Mira, "May I refund a chargeback that is older than 90 days?", AskQuestion.Waiting)
    {
        Customer = "Case 48213",
        Tried = "The refund tool",
        Topic = "Refunds",
        Said = [Files, new SaidWords(Sam, At.AddMinutes(1), "Since when is it open?") { IsEdited = true }],
    };

    public static readonly TheoryData<string> Cards = new() { "said", "said-back", "said-owned", "said-asker", "handed-offer", "handed-giver", "handed-asker", "handed-back", "reassigned", "withdrawn-for" };

    static Card Named(string name) => name switch
    {
        "said" => SaidCard.For(Question, 7, Files, mayAnswer: true),
        "said-back" => SaidCard.For(Question, 8, Back, mayAnswer: false),
        "said-owned" => OfferCard.For(Question, new OfferStatus(OfferStands.Theirs, 1, At.AddHours(1))),
        "said-asker" => QuestionCard.For(Question, new QuestionStatus(Whereabouts.Owned, At.AddHours(1)) { Who = Sam, Since = At, Said = Question.Said }),
        "handed-offer" => OfferCard.For(Question, new OfferStatus(OfferStands.Live, 2, At.AddMinutes(1)) { From = Sam, IsHandover = true }),
        "handed-giver" => OfferCard.For(Question, new OfferStatus(OfferStands.Theirs, 1, At.AddHours(1)) { HandedTo = Mira }),
        "handed-asker" => QuestionCard.For(Question, new QuestionStatus(Whereabouts.Owned, At.AddHours(1)) { Who = Sam, Since = At, ChangedHands = true }),
        "reassigned" => QuestionNews.Reassigned(Question),
        "withdrawn-for" => QuestionNews.WithdrawnFor(Question, "Asked twice: the other one is with Sam."),
        _ => QuestionNews.StillYours(Question, refused: true, "I am off in ten minutes."),
    };

    [Theory]
    [MemberData(nameof(Cards))]
    public void The_card_in_words(string name) => Approved.Matches($"question-{name}", "txt", PlainText.Render(Named(name), Reader.Plain));

    [Theory]
    [MemberData(nameof(Cards))]
    public void The_card_on_slack(string name) => Approved.Matches($"question-{name}.slack", "json", BlockKit.Blocks(Named(name), OnPlatform));

    [Theory]
    [MemberData(nameof(Cards))]
    public void The_card_in_teams(string name) => Approved.Matches($"question-{name}.teams", "json", AdaptiveCards.Card(Named(name), OnPlatform));

    [Theory]
    [MemberData(nameof(Cards))]
    public void The_card_on_the_page(string name) => Approved.Matches($"question-{name}", "html", Lined(Html.Card(Named(name), OnPlatform)));

    [Theory]
    [InlineData("say")]
    [InlineData("hand-over")]
    [InlineData("read-all")]
    [InlineData("offer-times")]
    public void The_forms(string name)
    {
        var form = name switch
        {
            "say" => SayToOther.Form(Id, 0, "Sam Rivers"),
            "hand-over" => HandOver.Form(Question, 1, [new Choice("t1", $"Refunds")], [new Choice("m1", $"Ilse Brandt")]),
            "read-all" => ReadAll.Form(Question, [Files, Back], 12),
            _ => OfferTimes.Form(new("45", "20", "180")).Refused(new Dictionary<string, Text> { [OfferTimes.TodayField] = OfferTimes.WholeNumber(1, OfferTimes.MostToday) }),
        };
        Approved.Matches($"question-{name}-form.slack", "json", BlockKit.View(form, OnPlatform));
        Approved.Matches($"question-{name}-form.teams", "json", AdaptiveCards.Form(form, OnPlatform));
        Approved.Matches($"question-{name}-form.teams-dialog", "json", AdaptiveCards.Form(form, OnPlatform, dialog: true));
        Approved.Matches($"question-{name}-form", "html", Lined(Html.Form(form, OnPlatform, "f1")));
    }

    [Fact]
    public void A_line_to_write_in_is_a_button_where_others_would_see_it()
    {
        var card = AdaptiveCards.Card(Named("said"), OnPlatform, dialogs: true);
        Assert.DoesNotContain("Input.Text", card);
        Assert.Contains("question.say-open", card);
    }

    static string Lined(string html) => html.Replace("><", ">\n<", StringComparison.Ordinal) + "\n";
}
