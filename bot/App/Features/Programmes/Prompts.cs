using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

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
        var packs = await register.Get("packs.for-prompts", async db => (IReadOnlyList<PromptPack>)await db.PromptPacks.AsNoTracking()
            .Where(one => one.State == PackState.Published || one.State == PackState.Earlier).ToListAsync(cancel));
        return packs!.FirstOrDefault(one => IsOf(one, programme)) is { Prompts: { Count: > 0 } prompts } ? prompts[Number(who.Id, day, prompts.Count)] : null;
    }

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
