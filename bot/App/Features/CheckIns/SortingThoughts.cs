using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.Crisis;
using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;

namespace ServiceCulture.Bot.Features.CheckIns;

/// <summary>A thought, from its words to another one, all in one private form after the other. Each step is kept as it is sent.</summary>
public sealed class SortingThoughts(Thoughts thoughts, ThoughtForms forms, CrisisHelp help) : IAnswer<Incoming.Press>, ITake<SortThought>, ITake<NamePattern>, ITake<SwapThought>, ITake<ChangeSwap>, ITake<TrueThought>
{
    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel) => new Reply.Open(await forms.First(turn, cancel));

    public async Task<Outcome> Take(SortThought form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        // Whether yesterday's helped can be all that somebody has to say.
        if (form is { Words.Length: 0, Helped.Length: > 0 } && what.Ticket.About.Row.Length > 0)
            return await Note(form.Helped, what.Ticket.Row, turn, cancel) ? new Reply.None() : Gone;
        if (form.Words.Length is 0 or > SortThought.Most)
            return new Reply.Wrong((await Above(await forms.First(turn, cancel), form.Words, turn, cancel)).Filled(what.Answers).Refused(Fault(SortThought.WordsField, form.Words.Length == 0
                ? $"Write the sentence as you say it to yourself, or close this."
                : (Text)$"Please keep it to {SortThought.Most} characters; it has {form.Words.Length}.")));
        // Sent twice, it is kept once, and the way goes on from there.
        if (await thoughts.Sent(turn, what.Ticket, form.Words, cancel) is { } kept)
            return new Reply.Next(await forms.Pattern(kept, form.Words, turn, cancel));
        if (await Thoughts.WasDeleted(turn, what.Ticket, cancel))
            return new Reply.Next((await Above(await forms.First(turn, cancel), form.Words, turn, cancel)).Filled(what.Answers).Refused(Fault(SortThought.WordsField, SortThought.Deleted)));
        await Note(form.Helped, what.Ticket.Row, turn, cancel);
        var row = await thoughts.Keep(turn, form.Words, what.Ticket, cancel);
        return new Reply.Next(await forms.Pattern(row, form.Words, turn, cancel));
    }

    public Task<Outcome> Take(NamePattern form, Incoming.Submit what, Turn turn, CancellationToken cancel) => Move("", what, turn, async (row, words) =>
    {
        switch (form.Choice)
        {
            case "":
                return new Reply.Wrong((await forms.Pattern(row, words.Words, turn, cancel)).Refused(Fault(NamePattern.Field, $"Pick one, or close this: your sentence is kept.")));
            case NamePattern.JustKeep:
                return new Reply.None();
            case NamePattern.SimplyTrue:
                words = words with { IsTrue = true, Pattern = null };
                await thoughts.Change(turn, row, words, cancel);
                return new Reply.Next(await forms.True(row, words, cancel));
            default:
                words = words with { IsTrue = false, Pattern = PatternWords.Ids.Contains(form.Choice) ? form.Choice : null };
                await thoughts.Change(turn, row, words, cancel);
                return new Reply.Next(await forms.Swap(row, words, turn, cancel));
        }
    }, cancel);

    public Task<Outcome> Take(SwapThought form, Incoming.Submit what, Turn turn, CancellationToken cancel) => Move(form.Own, what, turn, async (row, words) =>
    {
        if (form.Own.Length > SwapThought.Most)
            return new Reply.Wrong((await Above(await forms.Swap(row, words, turn, cancel), form.Own, turn, cancel)).Filled(what.Answers).Refused(Fault(SwapThought.OwnField, $"Please keep it to {SwapThought.Most} characters; it has {form.Own.Length}.")));
        var picked = (await forms.Offered(words, turn, cancel)).FirstOrDefault(one => SwapThought.Mark(one) == form.Picked);
        // A new release has others, or something helped meanwhile: kept is only what they saw.
        if (form is { Own.Length: 0, Picked.Length: > 0 } && picked is null)
            return new Reply.Next((await forms.Swap(row, words, turn, cancel)).Filled(what.Answers).Refused(Fault(SwapThought.PickedField, $"The list has changed since you opened it, so nothing was kept. Please pick once more.")));
        if (form is { Own.Length: 0, Changes: true })
            return picked is not null
                ? new Reply.Next(await forms.Change(row, words, picked, cancel))
                : new Reply.Wrong((await forms.Swap(row, words, turn, cancel)).Filled(what.Answers).Refused(Fault(SwapThought.PickedField, $"Pick the sentence that you want to change, or write one of your own below.")));
        if ((form.Own.Length > 0 ? form.Own : picked) is { } swap)
            await thoughts.Change(turn, row, words with { Swap = swap, Helped = null }, cancel);
        return await help.After(form.Own, turn, cancel);
    }, cancel);

    public Task<Outcome> Take(ChangeSwap form, Incoming.Submit what, Turn turn, CancellationToken cancel) => Move(form.Words, what, turn, async (row, words) =>
    {
        if (form.Words.Length is 0 or > SwapThought.Most)
            return new Reply.Wrong((await Above(await forms.Change(row, words, "", cancel), form.Words, turn, cancel)).Filled(what.Answers).Refused(Fault(ChangeSwap.WordsField, form.Words.Length == 0
                ? $"Write the sentence as you want it, or close this."
                : (Text)$"Please keep it to {SwapThought.Most} characters; it has {form.Words.Length}.")));
        await thoughts.Change(turn, row, words with { Swap = form.Words, Helped = null }, cancel);
        return await help.After(form.Words, turn, cancel);
    }, cancel);

    public Task<Outcome> Take(TrueThought form, Incoming.Submit what, Turn turn, CancellationToken cancel) => Move(form.Own, what, turn, async (row, words) =>
    {
        if (form.Own.Length > TrueThought.Most)
            return new Reply.Wrong((await Above(await forms.True(row, words, cancel), form.Own, turn, cancel)).Filled(what.Answers).Refused(Fault(TrueThought.OwnField, $"Please keep it to {TrueThought.Most} characters; it has {form.Own.Length}.")));
        var wouldHelp = form.Own.Length > 0 ? form.Own : CheckInTexts.Helps.FirstOrDefault(one => one.Id == form.Help)?.Words;
        if (wouldHelp is not null)
            await thoughts.Change(turn, row, words with { WouldHelp = wouldHelp }, cancel);
        return await help.After(form.Own, turn, cancel);
    }, cancel);

    // A step sent late, twice or after the thought was deleted changes nothing; what was typed in it is answered all the same.
    async Task<Outcome> Move(string typed, Incoming.Submit what, Turn turn, Func<Thought, ThoughtWords, Task<Outcome>> step, CancellationToken cancel)
    {
        if (await thoughts.Find(turn, what.Ticket.Row, cancel) is not { } thought)
            return await help.OrHelp(typed, Gone, turn, cancel);
        return thought.Row.Version == what.Ticket.About.Version
            ? await step(thought.Row, thought.Words)
            : await help.OrHelp(typed, Refusing.Word($"You took this step before, so nothing was changed now. {new Hole.Typed("myday")} shows how it stands."), turn, cancel);
    }

    static Reply Gone => Refusing.Word($"This is no longer there, so nothing was kept.");

    async Task<bool> Note(string helped, Guid earlier, Turn turn, CancellationToken cancel)
    {
        if (helped is not ("yes" or "a-little" or "no") || await thoughts.Find(turn, earlier, cancel) is not { } one)
            return false;
        if (one.Words.Helped != helped)
            await thoughts.Change(turn, one.Row, one.Words with { Helped = helped }, cancel);
        return true;
    }

    Task<Form> Above(Form form, string typed, Turn turn, CancellationToken cancel) => help.Above(form, typed, turn.Who, cancel);

    static Dictionary<string, Text> Fault(string field, Text why) => new() { [field] = why };
}
