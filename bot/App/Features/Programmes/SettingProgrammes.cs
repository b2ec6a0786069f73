using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Programmes;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>HR adds, changes, starts, pauses and ends programmes; what they say is in force from the next minute on.</summary>
public sealed class SettingProgrammes : IAnswer<Incoming.Press>, ITake<ProgrammeList>, ITake<EditProgramme>
{
    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel) => ForHr.Refusal(turn) ?? new Reply.Open(await All(turn.Db, cancel));

    public async Task<Outcome> Take(ProgrammeList form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        if (ForHr.Refusal(turn) is { } refusal)
            return refusal;
        if (Kind(form.Programme) is { } kind)
            return new Reply.Next(EditProgramme.Form(form.Programme, 0, ProgrammeForms.Blank(kind), await ProgrammeForms.Choices(kind, ProgrammeState.Draft, turn.Db, cancel)));
        return await Find(form.Programme, turn.Db, cancel) is { } row
            ? new Reply.Next(EditProgramme.Form(form.Programme, row.Version, ProgrammeForms.Read(row), await ProgrammeForms.Choices(row.Kind, row.State, turn.Db, cancel)))
            : new Reply.Wrong((await All(turn.Db, cancel)).Refused(ForHr.Fault(ProgrammeList.ProgrammeField, $"Which one? Please pick one.")));
    }

    public async Task<Outcome> Take(EditProgramme form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        if (ForHr.Refusal(turn) is { } refusal)
            return refusal;
        var (row, version) = (what.Ticket.About.Row, what.Ticket.About.Version);
        var kind = Kind(row);
        var programme = kind is null ? await Find(row, turn.Db, cancel) : null;
        if (kind is null && programme is null)
            return Refusing.Word($"This programme has ended, so nothing was changed.");
        var from = await ProgrammeForms.Choices(kind ?? programme!.Kind, programme?.State ?? ProgrammeState.Draft, turn.Db, cancel);
        var own = programme?.Id ?? Guid.Empty;
        var taken = await turn.Db.Programmes.AnyAsync(one => one.Name == form.Name && one.Id != own, cancel);
        if (ProgrammeChecks.Of(form, from, taken, DateOnly.FromDateTime(turn.Now)) is { Count: > 0 } faults)
            return new Reply.Wrong(EditProgramme.Form(row, version, form, from).Refused(faults));
        if (programme is not null && programme.Version != version)
            return new Reply.Next(EditProgramme.Form(row, programme.Version, form, from).Refused(ForHr.Fault(EditProgramme.NameField,
                $"Somebody changed this programme in the meantime. What you typed is kept here; save again to put it in the place of theirs.")));
        programme ??= Add(turn.Db, kind!.Value);
        Change(programme, form, from, turn);
        return new Reply.Whisper(EditProgramme.Saved(programme.Id.ToString(), programme.Name, (ProgrammeStanding)programme.State));
    }

    static void Change(Programme programme, EditProgramme form, ProgrammeChoices from, Turn turn)
    {
        ProgrammeForms.Write(programme, form, from);
        programme.State = form.Act switch
        {
            EditProgramme.Start => ProgrammeState.On,
            EditProgramme.Pause when programme.State is ProgrammeState.On => ProgrammeState.Paused,
            EditProgramme.End => ProgrammeState.Ended,
            _ => programme.State,
        };
        programme.Version++;
        ForHr.Note(turn, EditProgramme.Id, $"{programme.Id} {form.Act}");
        turn.Db.Add(Replanning.OfProgramme(programme.Id));
    }

    static Programme Add(Db db, ProgrammeKind kind)
    {
        var programme = new Programme { Name = "", Kind = kind, PackId = "", Version = 0 };
        db.Programmes.Add(programme);
        return programme;
    }

    static ProgrammeKind? Kind(string row) => row switch
    {
        ProgrammeList.NewCheckIn => ProgrammeKind.CheckIn,
        ProgrammeList.NewPulse => ProgrammeKind.Pulse,
        _ => null,
    };

    static async Task<Programme?> Find(string row, Db db, CancellationToken cancel) => Guid.TryParse(row, out var id)
        ? await db.Programmes.SingleOrDefaultAsync(one => one.Id == id && one.State != ProgrammeState.Ended, cancel)
        : null;

    static async Task<Form> All(Db db, CancellationToken cancel) => ProgrammeList.Form(
        [.. (await db.Programmes.AsNoTracking().Where(one => one.State != ProgrammeState.Ended).OrderBy(one => one.Name).ToListAsync(cancel))
            .Select(one => (one.Id.ToString(), one.Name, one.Kind is ProgrammeKind.Pulse, (ProgrammeStanding)one.State))]);
}
