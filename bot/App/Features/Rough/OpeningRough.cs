using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.CheckIns;
using ServiceCulture.Bot.Features.Crisis;
using ServiceCulture.Bot.Features.Phrases;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Phrases;
using ServiceCulture.Cards.Rough;

namespace ServiceCulture.Bot.Features.Rough;

/// <summary>Opens the private form, and from there what somebody wants more. Reading it and closing it leaves no trace.</summary>
public sealed class OpeningRough(Register register, ThoughtForms thoughts, CrisisHelp help, RoughForms forms)
    : IAnswer<Incoming.Command>, IAnswer<Incoming.Press>, ITake<RoughMoment>, ITake<RoughPhrases>, ITake<RoughDone>
{
    public Task<Outcome> Answer(Incoming.Command what, Turn turn, CancellationToken cancel) => Open(what.Words.Plain.ToLowerInvariant(), turn, cancel);

    public Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel) => Open(what.Ticket.About.Row, turn, cancel);

    public async Task<Outcome> Take(RoughMoment form, Incoming.Submit what, Turn turn, CancellationToken cancel) => form.Next switch
    {
        RoughMoment.Swap => new Reply.Next(await thoughts.First(turn, cancel)),
        RoughMoment.Phrase => new Reply.Next(RoughPhrases.Form(null, [])),
        RoughMoment.Park => new Reply.Next(await forms.Park("", await RoughForms.Back(turn, cancel), turn, cancel)),
        RoughMoment.FiveMinutes => new Reply.Next(await forms.Ask(turn, cancel)),
        RoughMoment.Help => new Reply.Next(await help.Form(turn.Who, turn.Db, cancel)),
        _ => new Reply.None(),
    };

    public async Task<Outcome> Take(RoughPhrases form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        if (Situation.Find(form.Situation) is { } situation)
            return new Reply.Next(RoughPhrases.Form(situation, (await PhraseBook.Read(register, cancel)).For(situation, turn.Who)));
        return what.Ticket.About.Row.Length > 0
            ? new Reply.None()
            : new Reply.Wrong(RoughPhrases.Form(null, []).Refused(new Dictionary<string, Text> { [RoughPhrases.SituationField] = $"Pick what comes closest, or close this." }));
    }

    public Task<Outcome> Take(RoughDone form, Incoming.Submit what, Turn turn, CancellationToken cancel) => Task.FromResult(Outcome.Nothing);

    // Another line every minute, for everybody alike: nothing need be remembered for that.
    async Task<Outcome> Open(string side, Turn turn, CancellationToken cancel)
    {
        var without = new List<string>();
        if (await Switches.IsOff(register, turn.Who.Site, "check-ins", cancel))
            without.Add(RoughMoment.Swap);
        if (await Switches.IsOff(register, turn.Who.Site, "phrases", cancel))
            without.Add(RoughMoment.Phrase);
        return new Reply.Open(RoughMoment.Form((int)(turn.Now.Ticks / TimeSpan.TicksPerMinute % SteadyLines.Count), side is RoughMoment.Before or RoughMoment.After ? side : "", without));
    }
}
