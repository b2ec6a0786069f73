using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Crisis;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.SelfTalk;
using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;

namespace ServiceCulture.Bot.Features.CheckIns;

/// <summary>The private forms in which a thought is sorted out, as the person's own thoughts make them.</summary>
public sealed class ThoughtForms(Thoughts thoughts, CrisisHelp help, Register register)
{
    static readonly TimeSpan Lookback = TimeSpan.FromDays(90), LastDays = TimeSpan.FromDays(3);

    /// <summary>The first form, with the prompt of their day. Now and then, not daily, it asks whether the last swap helped.</summary>
    public async Task<Form> First(Turn turn, CancellationToken cancel)
    {
        var dayOf = await DayOfWork.Days(turn.Db, turn.Who, turn.Now, cancel);
        var day = dayOf(turn.Now);
        var prompt = await Prompts.InForce(register, turn.Who, day, cancel);
        return SortThought.Form(prompt is null ? null : Text.Of(prompt), AsksToday(turn.Who.Id, day) ? await Earlier(turn, dayOf, cancel) : null, await KeptDays(cancel));
    }

    /// <summary>The second: patterns that the words suggest; at the top help, and what one may do after abuse, where they are on these lists.</summary>
    internal async Task<Form> Pattern(Thought row, string words, Turn turn, CancellationToken cancel) => NamePattern.Form(
        row.Id.ToString(), row.Version, words, [.. SelfTalkReader.English.Read(words).Select(pattern => pattern.Id())],
        [.. CrisisWords.Read(words) is null ? [] : await help.Notes(turn.Who, cancel), .. await Above(words, cancel)]);

    /// <summary>The third: other sentences.</summary>
    internal async Task<Form> Swap(Thought row, ThoughtWords words, Turn turn, CancellationToken cancel) =>
        SwapThought.Form(row.Id.ToString(), row.Version, words.Words, await Offered(words, turn, cancel), await Above(words.Words, cancel), await KeptDays(cancel));

    /// <summary>The fourth: a sentence that was offered, to be changed first.</summary>
    internal async Task<Form> Change(Thought row, ThoughtWords words, string sentence, CancellationToken cancel) =>
        ChangeSwap.Form(row.Id.ToString(), row.Version, words.Words, sentence, await KeptDays(cancel));

    /// <summary>The third, where it is simply true.</summary>
    internal async Task<Form> True(Thought row, ThoughtWords words, CancellationToken cancel) => TrueThought.Form(
        row.Id.ToString(), row.Version, words.Words, [.. CheckInTexts.Helps.Select(one => (one.Id, one.Words))], await Above(words.Words, cancel), await KeptDays(cancel));

    async ValueTask<int> KeptDays(CancellationToken cancel) => (await register.Policies(cancel)).PrivateDays;

    // What somebody may do after abuse they are told whichever way they go on.
    async Task<IReadOnlyList<Field>> Above(string words, CancellationToken cancel) =>
        AbuseWords.AreIn(words) ? [AfterAbuse.Note((await register.Policies(cancel)).AbuseText ?? CheckInTexts.Abuse)] : [];

    /// <summary>The sentences that the form offers: for the same thought always the same ones.</summary>
    internal async Task<IReadOnlyList<string>> Offered(ThoughtWords words, Turn turn, CancellationToken cancel)
    {
        var helped = (await thoughts.Since(turn, turn.Now - Lookback, cancel)).Where(one => one.Words is { Swap: not null, Helped: "yes" or "a-little" });
        return Alternatives.For(words.Words, Named(words), [.. helped.Select(one => new EarlierSwap(one.Words.Words, Named(one.Words), one.Words.Swap!))]);
    }

    static SelfTalk.Pattern? Named(ThoughtWords words) => words.Pattern is { } id ? PatternIds.Find(id) : null;

    // About every third day, by the person: never two days running.
    static bool AsksToday(Guid member, DateOnly day) => (day.DayNumber + member.ToByteArray()[15]) % 3 == 0;

    async Task<(string Row, string Swap)?> Earlier(Turn turn, Func<DateTime, DateOnly> dayOf, CancellationToken cancel)
    {
        foreach (var (row, words) in await thoughts.Since(turn, turn.Now - LastDays, cancel))
            if (words is { Swap: { } swap, Helped: null } && dayOf(row.At) < dayOf(turn.Now))
                return (row.Id.ToString(), swap);
        return null;
    }
}
