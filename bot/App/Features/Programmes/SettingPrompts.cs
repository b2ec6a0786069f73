using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Programmes;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>HR drafts, previews, publishes, takes back and archives packs of prompts.</summary>
public sealed class SettingPrompts(Register register) : IAnswer<Incoming.Press>, ITake<PromptPacks>, ITake<PackVersions>, ITake<EditPack>, ITake<PreviewPack>
{
    static readonly EditPack Blank = new("", "en", "");

    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel) => ForHr.Refusal(turn) ?? new Reply.Open(await All(turn, cancel));

    public async Task<Outcome> Take(PromptPacks form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        if (ForHr.Refusal(turn) is { } refusal)
            return refusal;
        if (form.Pack == PromptPacks.New)
            return new Reply.Next(EditPack.Form(PromptPacks.New, 0, Blank));
        return await PackShelf.Find(turn.Db, form.Pack, cancel) is { } shelf
            ? new Reply.Next(Shown(shelf))
            : new Reply.Wrong((await All(turn, cancel)).Refused(ForHr.Fault(PromptPacks.PackField, $"Which pack? Please pick one.")));
    }

    public async Task<Outcome> Take(PackVersions form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        if (ForHr.Refusal(turn) is { } refusal)
            return refusal;
        if (await PackShelf.Find(turn.Db, what.Ticket.About.Row, cancel) is not { } shelf)
            return Refusing.Word($"This pack is no longer there, so nothing was changed.");
        if (shelf.Stamp != what.Ticket.About.Version)
            return Stale(shelf);
        return Act(form.Next) switch
        {
            (PackVersions.Edit, _) => new Reply.Next(EditPack.Form(shelf.Row, shelf.Stamp, Draft(shelf))),
            (PackVersions.Preview, { } number) when Version(shelf, number) is { } version => new Reply.Next(PreviewPack.Form(shelf.Row, shelf.Stamp, number, version.Prompts, (await register.Policies(cancel)).PrivateDays)),
            (PackVersions.Publish, _) when shelf.Draft is { } draft => Publish(shelf, draft, "published", turn),
            (PackVersions.Back, { } number) when Version(shelf, number) is { State: PackState.Earlier or PackState.Archived } version => Publish(shelf, version, "went back", turn),
            (PackVersions.Archive, _) => await Archive(shelf, turn, cancel),
            _ => new Reply.Wrong(Shown(shelf).Filled(what.Answers).Refused(ForHr.Fault(PackVersions.NextField, $"Please pick one, or close this."))),
        };
    }

    public async Task<Outcome> Take(EditPack form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        if (ForHr.Refusal(turn) is { } refusal)
            return refusal;
        var (row, stamp) = (what.Ticket.About.Row, what.Ticket.About.Version);
        var shelf = await PackShelf.Find(turn.Db, row, cancel);
        if (shelf is null && row != PromptPacks.New)
            return Refusing.Word($"This pack is no longer there, so nothing was saved.");
        if (await PackChecks.Of(form, shelf, turn.Db, cancel) is { Count: > 0 } faults)
            return new Reply.Wrong(EditPack.Form(row, stamp, form).Refused(faults));
        if (shelf is not null && shelf.Stamp != stamp)
            return new Reply.Next(EditPack.Form(row, shelf.Stamp, form).Refused(ForHr.Fault(EditPack.PromptsField,
                $"Somebody changed this pack in the meantime. What you typed is kept here; save again to put it in the place of their draft.")));
        shelf ??= PackShelf.New(await FreeId(form.Name, turn.Db, cancel), form.Language);
        shelf.Write(turn.Db, form.Name, form.Lines, turn.Who.Id, turn.Now);
        ForHr.Note(turn, EditPack.Id, $"{shelf.Row}/{shelf.Draft!.Version}");
        return new Reply.Next(Shown(shelf));
    }

    public async Task<Outcome> Take(PreviewPack form, Incoming.Submit what, Turn turn, CancellationToken cancel) =>
        ForHr.Refusal(turn) ?? (await PackShelf.Find(turn.Db, what.Ticket.About.Row, cancel) is { } shelf ? new Reply.Next(Shown(shelf)) : new Reply.None());

    static Outcome Publish(PackShelf shelf, PromptPack version, string act, Turn turn)
    {
        shelf.Publish(version, turn.Who.Id, turn.Now);
        ForHr.Note(turn, PackVersions.Id, $"{shelf.Row}/{version.Version} {act}");
        return new Reply.Whisper(PackVersions.Done(shelf.Name, $"Version {version.Version} is what people see from the next form on. Programmes that are fixed to another version keep that one."));
    }

    static async Task<Outcome> Archive(PackShelf shelf, Turn turn, CancellationToken cancel)
    {
        var (id, language) = (shelf.Versions[0].Id, shelf.Versions[0].Language);
        var user = await turn.Db.Programmes.AsNoTracking().Where(one => one.PackId == id && one.Language == language && one.State != ProgrammeState.Ended).OrderBy(one => one.Name).Select(one => one.Name).FirstOrDefaultAsync(cancel);
        if (user is not null)
            return new Reply.Wrong(Shown(shelf).Refused(ForHr.Fault(PackVersions.NextField, $"The programme {new Hole.Bold(user)} uses this pack. Give it another one or end it first.")));
        shelf.Archive(turn.Who.Id, turn.Now);
        ForHr.Note(turn, PackVersions.Id, $"{shelf.Row} archived");
        return new Reply.Whisper(PackVersions.Done(shelf.Name, $"The pack is archived. It is kept; a new draft of it brings it back."));
    }

    static Outcome Stale(PackShelf shelf) => new Reply.Next(Shown(shelf).Refused(ForHr.Fault(PackVersions.NextField,
        $"Somebody changed this pack in the meantime, so nothing was done. This is how it stands now.")));

    static Form Shown(PackShelf shelf) => PackVersions.Form(shelf.Row, shelf.Stamp, shelf.Name,
        [.. shelf.Versions.Select(one => new PackVersion(one.Version, (PackStanding)one.State, one.Prompts.Count, one.ChangedAt))]);

    static EditPack Draft(PackShelf shelf)
    {
        var now = shelf.Draft ?? shelf.Published ?? shelf.Versions[0];
        return new(now.Name, now.Language, string.Join('\n', now.Prompts));
    }

    static PromptPack? Version(PackShelf shelf, int number) => shelf.Versions.FirstOrDefault(one => one.Version == number);

    static (string Act, int? Version) Act(string next) => next.Split(':') switch
    {
        [var act, var version] when int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => (act, number),
        _ => (next, null),
    };

    static async Task<Form> All(Turn turn, CancellationToken cancel)
    {
        var rows = await turn.Db.PromptPacks.AsNoTracking().Select(one => new { one.Id, one.Language, one.Version, one.Name, one.State }).ToListAsync(cancel);
        return PromptPacks.Form([.. rows.GroupBy(one => (one.Id, one.Language)).Select(pack => new PackLine($"{pack.Key.Id}/{pack.Key.Language}",
            (pack.FirstOrDefault(one => one.State is PackState.Published) ?? pack.MaxBy(one => one.Version)!).Name, pack.Key.Language,
            pack.FirstOrDefault(one => one.State is PackState.Published)?.Version, pack.FirstOrDefault(one => one.State is PackState.Draft)?.Version))
            .OrderBy(pack => pack is { Published: null, Draft: null }).ThenBy(pack => pack.Name, StringComparer.Ordinal)]);
    }

    // The name in letters that an id may have, with a number behind it where that is taken.
    static async Task<string> FreeId(string name, Db db, CancellationToken cancel)
    {
        var letters = string.Join('-', new string([.. Folding.Key(name).Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var id = letters.Length == 0 ? "pack" : letters;
        var taken = (await db.PromptPacks.AsNoTracking().Select(one => one.Id).Distinct().ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        return taken.Contains(id) ? Enumerable.Range(2, taken.Count + 1).Select(number => $"{id}-{number}").First(one => !taken.Contains(one)) : id;
    }
}
