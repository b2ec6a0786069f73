using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Kudos;

namespace ServiceCulture.Bot.Features.Kudos;

/// <summary>Gives kudos, from the form or from a typed line: checked, written, and sent to whoever may see it.</summary>
public sealed class GivingKudos(Register register, KudosForms forms, KudosChecks checks, KudosMessages messages) : ITake<GiveKudos>
{
    public static readonly TimeSpan Undoable = TimeSpan.FromMinutes(5);

    public async Task<Outcome> Take(GiveKudos form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        var link = what.Ticket.About.Row;
        var (outcome, faults) = await Give(form, turn, link, cancel);
        if (outcome is not null)
            return outcome;
        // A choice that is no longer there must give way to the new one, and an error may leave the form as it was drawn.
        var again = (await forms.Form(form, turn, link, cancel)).Refused(faults);
        return faults.ContainsKey(GiveKudos.AudienceField) ? new Reply.Next(again) : new Reply.Wrong(again);
    }

    /// <summary>What giving leads to, or why it may not be given.</summary>
    public async Task<(Outcome? Outcome, Dictionary<string, Text> Faults)> Give(GiveKudos form, Turn turn, string link, CancellationToken cancel)
    {
        var to = await register.Members(form.To.Select(id => Guid.TryParse(id, out var guid) ? guid : Guid.Empty).Distinct(), cancel);
        var (faults, number) = await checks.Check(form, to, turn, cancel);
        if (faults.Count > 0)
            return (null, faults);

        // Two whom the form showed may have turned out to be one since.
        to = [.. to.DistinctBy(member => member.Id)];
        var policies = await register.Policies(cancel);
        var place = form.IsPrivate ? null : await forms.PostingPlace(turn, cancel);
        var values = policies.KudosValue is ValueRule.Off ? [] : form.Values;
        var kudos = Write(form, turn, to, values, Audience(form), place?.Address, link);
        (kudos.Day, kudos.DayNumber) = (number?.Day, number?.Value);
        var words = KudosMessages.Words(kudos, turn.Who.Person, to, values, await ValueBook.Read(register, cancel));
        var confirmation = KudosSent.Confirmation(words, Seen.After(kudos.Audience, place), KudosHint.For(kudos.Words), away: [.. to.Where(member => member.Home is null).Select(member => member.Person)]);
        return (new Outcome(new Reply.Whisper(confirmation), await messages.New(kudos, words, to, cancel)), faults);
    }

    // What the form said, which is the rule in force: the checks see to that.
    static KudosAudience Audience(GiveKudos form) => form switch
    {
        { IsPrivate: false } => KudosAudience.Public,
        { ManagersSee: true } => KudosAudience.ReceiversAndManagers,
        _ => KudosAudience.Receivers,
    };

    static KudosGiven Write(GiveKudos form, Turn turn, IReadOnlyList<MemberInfo> to, IReadOnlyList<string> values, KudosAudience audience, Address? place, string link)
    {
        var kudos = new KudosGiven
        {
            FromId = turn.Who.Id,
            FromTeamId = turn.Who.Team?.Id,
            Words = form.Words,
            FromCustomer = form.FromCustomer,
            CustomerWords = form is { FromCustomer: true, CustomerWords.Length: > 0 } ? form.CustomerWords : null,
            Link = link.StartsWith("https://", StringComparison.Ordinal) ? link : null,
            Audience = audience,
            At = turn.Now,
            PostedInstallationId = place?.Installation,
            PostedKind = place?.Kind,
            PostedId = place?.Id,
            PostedThread = place?.Thread,
        };
        turn.Db.AddOnly(kudos);
        foreach (var member in to)
            turn.Db.AddOnly(new KudosReceipt
            {
                KudosId = kudos.Id,
                ToId = member.Id,
                ToTeamId = member.Team?.Id,
                At = turn.Now,
                Once = SameWords.Mark(turn.Who.Id, member.Id, form.Words),
            });
        foreach (var value in values)
            turn.Db.AddOnly(new KudosValue { KudosId = kudos.Id, ValueId = value });
        return kudos;
    }
}
