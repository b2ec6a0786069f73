using ServiceCulture.Bot.HrConsole.Pages.People;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.HrConsole.Forms;

/// <summary>Finds whom somebody means by what they typed into the fields of people.</summary>
public sealed class NamingPeople(PickingPerson people)
{
    /// <returns>False: somebody is not found, or several are; that stands at the field.</returns>
    public async Task<bool> All(Filling filling, CancellationToken cancel)
    {
        var found = true;
        foreach (var field in filling.Form.Fields.OfType<Field.People>())
            found &= await One(filling, field.Id, cancel);
        return found;
    }

    public async Task<bool> One(Filling filling, string field, CancellationToken cancel)
    {
        if (filling.Typed.GetValueOrDefault(field, "").Trim() is not { Length: > 0 } words)
            return true;
        var (member, why) = await people.One(words, cancel);
        if (member is { } id)
            filling.Pick(field, id, await people.Name(id, cancel) ?? words);
        else
            filling.Refuse(field, why!);
        return member is not null;
    }
}
