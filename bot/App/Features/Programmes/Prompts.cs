using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards.Pulse;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>Which prompt is whose today. For the features that show one.</summary>
public static class Prompts
{
    /// <summary>
    /// The prompt of this person's day, out of the pack of the check-in programme that they are in; null where they are
    /// in none. Nothing random is in it: the same person and day give the same prompt, and every prompt comes once
    /// before one comes again.
    /// </summary>
    public static async ValueTask<string?> InForce(Register register, MemberInfo who, DateOnly day, CancellationToken cancel)
    {
        var programmes = await register.Get("programmes.for-prompts", async db => (IReadOnlyList<Programme>)await db.Programmes.AsNoTracking()
            .Where(one => one.State == ProgrammeState.On && one.Kind == ProgrammeKind.CheckIn).OrderBy(one => one.Id).ToListAsync(cancel));
        if (programmes!.FirstOrDefault(one => Audience.Includes(one, who) && !(day < one.From) && !(day > one.To)) is not { } programme)
            return null;
        return await PackOf(register, programme, cancel) is { Prompts: { Count: > 0 } prompts } ? prompts[Number(who.Id, day, prompts.Count)] : null;
    }

    /// <summary>HR's own words for the statements of a pulse, in their order, out of the pack that they gave its programme; null where they gave none, or one that no longer has as many.</summary>
    public static async ValueTask<IReadOnlyList<string>?> Statements(Register register, Guid programme, CancellationToken cancel)
    {
        var programmes = await register.Get("programmes.with-statements", async db => (IReadOnlyList<Programme>)await db.Programmes.AsNoTracking().Where(one => one.Kind == ProgrammeKind.Pulse && one.PackId != "").ToListAsync(cancel));
        return programmes!.FirstOrDefault(one => one.Id == programme) is { } found && await PackOf(register, found, cancel) is { } pack && AreStatements(pack.Prompts) ? pack.Prompts : null;
    }

    /// <summary>As many as a pulse asks.</summary>
    internal static bool AreStatements(IReadOnlyCollection<string> prompts) => prompts.Count == PulseStatements.Ids.Count;

    static async ValueTask<PromptPack?> PackOf(Register register, Programme programme, CancellationToken cancel) =>
        (await register.Get("packs.for-prompts", async db => (IReadOnlyList<PromptPack>)await db.PromptPacks.AsNoTracking()
            .Where(one => one.State == PackState.Published || one.State == PackState.Earlier).ToListAsync(cancel)))!.FirstOrDefault(one => IsOf(one, programme));

    /// <summary>A member's prompt of a day among so many, from 0.</summary>
    internal static int Number(Guid member, DateOnly day, int count)
    {
        // A step that shares no divisor with the count meets each once; a long one takes neighbours, who ask alike, apart.
        var step = count / 3 + 1;
        while (Divisor(step, count) > 1)
            step++;
        return (int)((BitConverter.ToUInt32(member.ToByteArray(), 12) + (long)day.DayNumber * step) % count);
    }

    static bool IsOf(PromptPack pack, Programme programme) => pack.Id == programme.PackId && pack.Language == programme.Language
        && (programme.PackVersion is { } version ? pack.Version == version : pack.State is PackState.Published);

    static int Divisor(int one, int other) => other == 0 ? one : Divisor(other, one % other);
}
