using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.Escalations.Notes;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Bot;

public static class NotesFeature
{
    public static Routes MapNotes(this Routes on) => on
        .Press<KeepingNotes>(KeepNote.OpenId)
        .Press<KeepingNotes>(KeepNote.EditId)
        .Submit<KeepNote, KeepingNotes>()
        .Press<LookingAfterNotes>(NoteCard.StillRightId)
        .Press<LookingAfterNotes>(NoteCard.OutdatedId)
        .Press<LookingAfterNotes>(NoteCard.DeleteId)
        .Submit<DeleteNote, LookingAfterNotes>();

    public static IServiceCollection AddNotes(this IServiceCollection services) => services
        .AddSingleton<NoteForms>()
        .AddSingleton<KnownAnswers>()
        .AddSingleton<RemindingOwners>()
        .AddSingleton<IPersonalData, NotesData>();
}
