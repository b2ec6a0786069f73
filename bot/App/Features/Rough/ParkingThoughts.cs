using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.CheckIns;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.Programmes;
using ServiceCulture.Cards.Rough;

namespace ServiceCulture.Bot.Features.Rough;

/// <summary>Puts a thought aside until the shift ends, and decides what becomes of it when it is back.</summary>
public sealed class ParkingThoughts(ParkedThoughts parked, RoughForms forms, Register register) : IAnswer<Incoming.Press>, ITake<ParkThought>, ITake<ParkedThought>
{
    // The feature to which sorting out a thought belongs.
    const string Sorting = "check-ins";

    public async Task<Outcome> Take(ParkThought form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        var back = await RoughForms.Back(turn, cancel);
        if (form.Words.Length is 0 or > ParkThought.Most)
            return new Reply.Wrong(await Again(form.Words.Length == 0 ? $"Write a few words, or close this." : (Text)$"Please keep it to {ParkThought.Most} characters; it has {form.Words.Length}."));
        if (!await parked.Park(turn, form.Words, back.At, what.Ticket, cancel))
            return new Reply.Next(await Again(SortThought.Deleted));
        return new Reply.Next(RoughDone.Parked(back, await forms.Help(form.Words, turn, cancel)));

        async Task<Form> Again(Text why) => (await forms.Park(form.Words, back, turn, cancel)).Filled(what.Answers).Refused(new Dictionary<string, Text> { [ParkThought.WordsField] = why });
    }

    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel) => new Reply.Open(await parked.Find(turn, what.Ticket.Row, cancel) is var (words, at, version)
        ? ParkedThought.Form(what.Ticket.About.Row, version, words, at, await forms.Help(words, turn, cancel), (await register.Policies(cancel)).PrivateDays, !await IsSortingOff(turn, cancel))
        : RoughDone.Gone);

    public async Task<Outcome> Take(ParkedThought form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        switch (form.Choice)
        {
            case ParkedThought.Look:
                if (await IsSortingOff(turn, cancel))
                    return Refusing.Word($"HR has switched {SiteFeatures.Name(Sorting)} off at {turn.Who.Site ?? ""} since, so nothing was changed. {new Hole.Typed("myday")} shows what you parked.");
                return new Reply.Next(await parked.Sort(turn, what.Ticket.Row, cancel) ?? RoughDone.Gone);
            case ParkedThought.LetGo:
                return await parked.Delete(turn, what.Ticket.Row, cancel) ? new Reply.None() : new Reply.Next(RoughDone.Gone);
            default:
                return new Reply.None();
        }
    }

    ValueTask<bool> IsSortingOff(Turn turn, CancellationToken cancel) => Switches.IsOff(register, turn.Who.Site, Sorting, cancel);
}
