using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Crisis;
using ServiceCulture.Bot.Features.SelfTalk;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;

namespace ServiceCulture.Bot.Features.CheckIns;

/// <summary>One's own days: shown, searched, changed and deleted by their author alone.</summary>
public sealed class ReadingMyDay(Thoughts thoughts, Vault vault, CrisisHelp help, Register register) : IAnswer<Incoming.Command>, IAnswer<Incoming.Press>, ITake<MyDay>, ITake<EditThought>
{
    const int MostSteps = 31, MostReturning = 5, MostHelped = 2;

    public async Task<Outcome> Answer(Incoming.Command what, Turn turn, CancellationToken cancel) => new Reply.Open(await Form(turn, "", cancel));

    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel) => new Reply.Open(await Form(turn, "", cancel));

    public async Task<Outcome> Take(MyDay form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        if (form.Search.Length > MyDay.MostSearch)
            return new Reply.Wrong((await Above(await Form(turn, "", cancel))).Filled(what.Answers).Refused(Fault(MyDay.SearchField, $"Please keep it to {MyDay.MostSearch} characters; it has {form.Search.Length}.")));
        if (Guid.TryParse(form.Thought, out var id) && await thoughts.Find(turn, id, cancel) is { } thought)
            return new Reply.Next(await Above(await Edit(thought.Row, thought.Words, cancel)));
        var found = await Above(await Form(turn, form.Search, cancel));
        return new Reply.Next(form.Thought.Length == 0 ? found : found.Refused(Fault(MyDay.SearchField, $"That thought is no longer there; these are.")));

        Task<Form> Above(Form next) => help.Above(next, form.Search, turn.Who, cancel);
    }

    public async Task<Outcome> Take(EditThought form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        var typed = $"{form.Words}\n{form.Swap}\n{form.WouldHelp}";
        if (await thoughts.Find(turn, what.Ticket.Row, cancel) is not { } thought)
            return await help.OrHelp(typed, Refusing.Word($"This thought is no longer there, so nothing was kept. {new Hole.Typed("myday")} shows those that are."), turn, cancel);
        if (form.Deletes)
        {
            Thoughts.Delete(turn, thought.Row);
            return new Reply.None();
        }
        var faults = Faults(form);
        if (faults.Count == 0 && thought.Row.Version != what.Ticket.About.Version)
            faults[EditThought.WordsField] = $"It was changed elsewhere in the meantime. Yours is kept here; save again to replace that.";
        if (faults.Count > 0)
            return new Reply.Wrong((await help.Above(await Edit(thought.Row, thought.Words, cancel), typed, turn.Who, cancel)).Filled(what.Answers).Refused(faults));
        await thoughts.Change(turn, thought.Row, thought.Words with { Words = form.Words, Swap = Or(form.Swap), Helped = Or(form.Helped), WouldHelp = Or(form.WouldHelp) }, cancel);
        return await help.After(typed, turn, cancel);
    }

    async Task<Form> Edit(Thought row, ThoughtWords words, CancellationToken cancel) => EditThought.Form(row.Id.ToString(), row.Version, new EditThought(words.Words, words.Swap ?? "", words.Helped ?? "", words.WouldHelp ?? "", false),
        words.Pattern is { } id ? PatternWords.Of(id).Name : null, await KeptDays(cancel));

    async ValueTask<int> KeptDays(CancellationToken cancel) => (await register.Policies(cancel)).PrivateDays;

    static Dictionary<string, Text> Fault(string field, Text why) => new() { [field] = why };

    static Dictionary<string, Text> Faults(EditThought form)
    {
        var faults = new Dictionary<string, Text>();
        if (form.Words.Length == 0)
            faults[EditThought.WordsField] = $"Write something, or tick “Delete”.";
        if (form.Words.Length > SortThought.Most)
            faults[EditThought.WordsField] = $"Please keep it to {SortThought.Most} characters; it has {form.Words.Length}.";
        if (form.Swap.Length > SwapThought.Most)
            faults[EditThought.SwapField] = $"Please keep it to {SwapThought.Most} characters; it has {form.Swap.Length}.";
        if (form.WouldHelp.Length > TrueThought.Most)
            faults[EditThought.WouldHelpField] = $"Please keep it to {TrueThought.Most} characters; it has {form.WouldHelp.Length}.";
        return faults;
    }

    async Task<Form> Form(Turn turn, string search, CancellationToken cancel)
    {
        var since = turn.Now - TimeSpan.FromDays(MyDay.Days);
        var latest = await thoughts.Since(turn, since, cancel);
        var shown = search.Length == 0 ? latest : [.. (await thoughts.All(turn, cancel)).Where(one => Holds(one.Words, search))];
        return MyDay.Form(new MyDayWords(await Steps(turn, since, cancel), Returning(latest), [.. shown.Select(one => (one.Row.Id.ToString(), one.Row.At, one.Words.Words))]), await KeptDays(cancel), search);
    }

    async Task<IReadOnlyList<(DateOnly, int)>> Steps(Turn turn, DateTime since, CancellationToken cancel)
    {
        if (await vault.Find(turn.Who.Id, cancel) is not { } cipher)
            return [];
        var rows = await turn.Db.CheckIns.AsNoTracking().Where(one => one.MemberId == turn.Who.Id && one.At >= since).OrderByDescending(one => one.Day).Take(MostSteps).ToListAsync(cancel);
        return [.. from row in rows orderby row.Day let step = cipher.TryRead(row.Step) where step is not null select (row.Day, int.Parse(step, CultureInfo.InvariantCulture))];
    }

    static List<ReturningThought> Returning(IReadOnlyList<(Thought Row, ThoughtWords Words)> all) =>
        [.. Likeness.Group([.. all.Select(one => one.Words.Words)]).Where(group => group.Count > 1).Take(MostReturning).Select(group => Returning(all[group.Min()].Words.Words, [.. group.Order().Select(at => all[at].Words)]))];

    static ReturningThought Returning(string words, IReadOnlyList<ThoughtWords> group)
    {
        var helped = Swaps(group, "yes").Concat(Swaps(group, "a-little")).Distinct().Take(MostHelped).ToList();
        return new(words, group.Count, helped, [.. Swaps(group, null).Except(helped).Take(MostHelped)]);
    }

    // Newest first.
    static IEnumerable<string> Swaps(IReadOnlyList<ThoughtWords> group, string? helped) => group.Where(one => one.Swap is not null && one.Helped == helped).Select(one => one.Swap!);

    static bool Holds(ThoughtWords words, string search) => Folding.Key($"{words.Words} {words.Swap} {words.WouldHelp}").Contains(Folding.Key(search), StringComparison.Ordinal);

    static string? Or(string words) => words.Length == 0 ? null : words;
}
