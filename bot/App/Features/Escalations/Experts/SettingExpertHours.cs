using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Bot.Features.Escalations.Experts;

/// <summary>An expert changes how they take questions. In force with the commit: the next offer goes by it.</summary>
public sealed class SettingExpertHours(ShowingExperts showing) : IAnswer<Incoming.Press>, ITake<ExpertHours>
{
    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel)
    {
        if (await Refusal(turn, cancel) is { } refusal)
            return refusal;
        var now = await turn.Db.ExpertSettings.AsNoTracking().SingleOrDefaultAsync(one => one.MemberId == turn.Who.Id, cancel) ?? New(turn);
        return new Reply.Open(Form(now, ExpertForms.Read(now, turn.Now), turn));
    }

    public async Task<Outcome> Take(ExpertHours form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        if (await Refusal(turn, cancel) is { } refusal)
            return refusal;
        var known = await turn.Db.ExpertSettings.SingleOrDefaultAsync(one => one.MemberId == turn.Who.Id, cancel);
        var row = known ?? New(turn);
        var faults = ExpertForms.Faults(form, LocalDay.Of(turn.Now, turn.Who.Zone));
        if (faults.Count == 0 && row.Version != what.Ticket.About.Version)
            faults = ForHr.Fault(ExpertHours.DaysField, $"This was changed elsewhere in the meantime. What you filled in is kept here; save again to put it in its place.");
        if (faults.Count > 0)
            return new Reply.Wrong(Form(row, form, turn).Refused(faults));
        if (known is null)
            turn.Db.ExpertSettings.Add(row);
        ExpertForms.Write(row, form, turn.Who, turn.Now);
        return new Reply.Whisper(await showing.Card(turn, row, cancel));
    }

    static Form Form(ExpertSettings row, ExpertHours form, Turn turn) => ExpertHours.Form(row.Version, form, row.PausedUntil > turn.Now ? row.PausedUntil : null, ExpertSettings.MostCapacity);

    static ExpertSettings New(Turn turn) => new() { MemberId = turn.Who.Id, Version = 0 };

    static async Task<Outcome?> Refusal(Turn turn, CancellationToken cancel) => await turn.Db.Expertises.AnyAsync(one => one.MemberId == turn.Who.Id, cancel)
        ? null
        : (Outcome)Refusing.Word($"You are not named as an expert of a topic, so there is nothing to set. HR names experts.");
}
