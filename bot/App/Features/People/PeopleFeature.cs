using ServiceCulture.Bot.Conversation;

namespace ServiceCulture.Bot.Features.People;

public static class PeopleFeature
{
    public static Routes MapPeople(this Routes on) => on
        .On<NoticingPeople, Incoming.PeopleChanged>("people")
        .On<NoticingPlaces, Incoming.PlaceChanged>("place")
        .On<NoticingPlaces, Incoming.Uninstalled>("uninstalled");
}
