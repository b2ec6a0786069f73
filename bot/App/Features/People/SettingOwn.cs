using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Cards;
using ServiceCulture.Cards.People;

namespace ServiceCulture.Bot.Features.People;

/// <summary>Somebody says where they are, in which language and when they work; what HR or their platform said of it stands, and they are shown that it does.</summary>
public sealed class SettingOwn : IAnswer<Incoming.Command>, IAnswer<Incoming.Press>, ITake<OwnSettings>
{
    public Task<Outcome> Answer(Incoming.Command what, Turn turn, CancellationToken cancel) => Open(turn, cancel);

    public Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel) => Open(turn, cancel);

    public async Task<Outcome> Take(OwnSettings form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        var who = await turn.Db.Members.SingleAsync(one => one.Id == turn.Who.Id, cancel);
        var facts = OwnWord.Facts(who);
        if (OwnWord.Faults(form, facts, who.Culture) is { Count: > 0 } faults)
            return new Reply.Wrong(OwnSettings.Form(facts, form).Refused(faults));
        var before = (who.Zone, who.WorkDays, who.WorkFrom, who.WorkTo);
        OwnWord.Write(who, form);
        if (before != (who.Zone, who.WorkDays, who.WorkFrom, who.WorkTo))
            turn.Db.Add(Replanning.OfMember(who.Id));
        return new Reply.Whisper(OwnSettings.Saved(OwnWord.Facts(who), Kept(what.Answers, facts)));
    }

    static async Task<Outcome> Open(Turn turn, CancellationToken cancel)
    {
        var who = await turn.Db.Members.AsNoTracking().SingleAsync(one => one.Id == turn.Who.Id, cancel);
        var facts = OwnWord.Facts(who);
        return facts.AnyOpen ? new Reply.Open(OwnSettings.Form(facts, OwnWord.Read(who))) : new Reply.Whisper(OwnSettings.Told(facts));
    }

    // The form had a field for it when it was opened; since then somebody who goes before them has spoken.
    static List<Text> Kept(Answers answers, OwnFacts facts)
    {
        var kept = new List<Text>();
        if (!facts.Zone.IsOpen && answers[OwnSettings.ZoneField].Length > 0)
            kept.Add($"the time zone");
        if (!facts.Language.IsOpen && answers[OwnSettings.LanguageField].Length > 0)
            kept.Add($"the language");
        if (!facts.Hours.IsOpen && (answers.All(OwnSettings.DaysField).Count > 0 || answers[OwnSettings.FromField].Length > 0))
            kept.Add($"the working hours");
        return kept;
    }
}
