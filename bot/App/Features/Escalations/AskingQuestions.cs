using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Crisis;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Bot.Features.Escalations;

/// <summary>
/// Asks: from the form, from one typed line, from a message's menu. The question is written down at once, whatever its asker
/// does next; while a customer waits and the topic is sure, nothing more is asked.
/// </summary>
public sealed class AskingQuestions(Escalating escalating, IRouteQuestions routing, QuestionViews views, CrisisHelp help)
    : IAnswer<Incoming.Command>, IAnswer<Incoming.Press>, IAnswer<Incoming.Menu>, ITake<AskQuestion>
{
    public async Task<Outcome> Answer(Incoming.Command what, Turn turn, CancellationToken cancel)
    {
        var form = TypedQuestion.Read(what.Words.Plain);
        if (form.Words.Length == 0)
            return new Reply.Open(Filled(form, ""));
        if (Faults(form) is { Count: > 0 } faults)
            return new Reply.Open(Filled(form, "").Refused(faults));
        return await Ask(form, "", turn, opens: true, cancel);
    }

    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel) =>
        new Reply.Open(await Drafts.Find(turn.Db, what.Ticket.Row, turn.Who.Id, AskQuestion.Id, cancel) is { } draft
            ? Refilled(AskQuestion.Read(draft), draft[Drafts.RowField])
            : Filled(AskQuestion.Read(Answers.None), ""));

    public Task<Outcome> Answer(Incoming.Menu what, Turn turn, CancellationToken cancel)
    {
        var words = what.Words.Length > AskQuestion.MostWords ? what.Words[..(AskQuestion.MostWords - 1)] + "…" : what.Words;
        return Task.FromResult<Outcome>(new Reply.Open(Filled(AskQuestion.Read(Answers.None) with { Words = words }, what.Link?.ToString() ?? "")));
    }

    public async Task<Outcome> Take(AskQuestion form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        var link = what.Ticket.About.Row;
        return Faults(form) is { Count: > 0 } faults ? new Reply.Wrong(Filled(form, link).Refused(faults)) : await Ask(form, link, turn, opens: false, cancel);
    }

    async Task<Outcome> Ask(AskQuestion form, string link, Turn turn, bool opens, CancellationToken cancel)
    {
        var question = Write(form, link, turn);
        var routed = await routing.Route(form.Words, cancel);
        var best = routed is { IsKnown: true, Topics.Count: > 0 } ? routed.Topics[0].Id : (Guid?)null;
        Escalating.Begin(turn.Db, question, best, CallBackAt(form.CallBack, turn), turn.Now);
        var known = await views.Known(turn.Db, question, cancel);
        var chooses = (best is not null || (known.Count > 0 && question.Urgency is not Urgency.Waiting)) && !(routed.IsSure && question.Urgency is Urgency.Waiting);
        Reply reply = chooses ? Choose(question, routed, known, opens) : turn.Where.Kind is PlaceKind.Person ? new Reply.None() : new Reply.Whisper(AskQuestion.Asked);
        // Where a life may be what it is about, the help stands before them in the form's place, and the question goes on by itself.
        var asked = await help.OrHelp($"{form.Words}\n{form.Tried}\n{form.Need}", reply, turn, cancel);
        var own = new Address(turn.What.From.Installation, PlaceKind.Person, turn.What.From.Who.Id);
        return asked with { Sends = await escalating.Introduce(turn.Db, question, goesOn: !chooses || asked.Reply != reply, own, turn.Now, cancel) };
    }

    static Reply Choose(Question question, Routed routed, IReadOnlyList<KnownWords> known, bool opens)
    {
        var form = ChooseTopic.Form(question.Id.ToString(), 0, ChoosingTopics.Words(routed), question.Deadline!.Value, known);
        return opens ? new Reply.Open(form) : new Reply.Next(form);
    }

    static Question Write(AskQuestion form, string link, Turn turn) => new()
    {
        AskerId = turn.Who.Id,
        Words = form.Words,
        Tried = form.Tried,
        Customer = form.Customer,
        Need = form.Need,
        Link = link.StartsWith("https://", StringComparison.Ordinal) ? link : null,
        Culture = turn.Who.Culture,
        AskedAt = turn.Now,
        Urgency = QuestionViews.Meant(form.Urgency) ?? Urgency.Today,
        NeedsDecision = form.NeedsDecision,
    };

    /// <summary>The next moment at which it is that time on the asker's own wall; null: none was said.</summary>
    internal static DateTime? CallBackAt(string time, Turn turn)
    {
        if (!TimeOnly.TryParseExact(time, "HH:mm", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var at))
            return null;
        var day = LocalDay.Of(turn.Now, turn.Who.Zone);
        var today = LocalDay.Start(day, turn.Who.Zone) + at.ToTimeSpan();
        return today > turn.Now ? today : LocalDay.Start(day.AddDays(1), turn.Who.Zone) + at.ToTimeSpan();
    }

    static Form Filled(AskQuestion form, string link) => AskQuestion.Form(link).Filled(form.Answers);

    static Form Refilled(AskQuestion form, string link) => form.Words.Length == 0 ? Filled(form, link) : Filled(form, link).Refused(Faults(form));

    static Dictionary<string, Text> Faults(AskQuestion form)
    {
        var faults = new Dictionary<string, Text>();
        if (form.Words.Length < AskQuestion.FewestWords)
            faults[AskQuestion.WordsField] = form.Words.Length == 0 ? $"Write your question." : (Text)$"A few more words, please: whoever gets it has nothing else to go by.";
        Most(AskQuestion.WordsField, form.Words, AskQuestion.MostWords);
        Most(AskQuestion.TriedField, form.Tried, AskQuestion.MostTried);
        Most(AskQuestion.CustomerField, form.Customer, AskQuestion.MostCustomer);
        Most(AskQuestion.NeedField, form.Need, AskQuestion.MostNeed);
        return faults;

        void Most(string field, string words, int most)
        {
            if (words.Length > most)
                faults[field] = $"That is {words.Length} characters; at most {most} fit.";
        }
    }
}

/// <summary>A question in one typed line: the words, and what is typed behind a #.</summary>
static class TypedQuestion
{
    internal static AskQuestion Read(string line)
    {
        var (words, urgency, decides) = (new List<string>(), AskQuestion.Today, false);
        foreach (var word in line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            switch (word.ToLowerInvariant())
            {
                case "#waiting" or "#now":
                    urgency = AskQuestion.Waiting;
                    break;
                case "#today":
                    urgency = AskQuestion.Today;
                    break;
                case "#week":
                    urgency = AskQuestion.Week;
                    break;
                case "#decision":
                    decides = true;
                    break;
                default:
                    words.Add(word);
                    break;
            }
        return new AskQuestion(string.Join(' ', words), urgency, "", "", "", decides, "");
    }
}
