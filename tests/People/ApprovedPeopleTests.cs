using ServiceCulture.Cards.People;
using ServiceCulture.Tests.Programmes;

namespace ServiceCulture.Tests.People;

/// <summary>What people see of their own settings, in every dialect.</summary>
public sealed class ApprovedPeopleTests
{
    static readonly OwnFacts Own = new(new($"Europe/Berlin", SaidBy.You), new($"not known", SaidBy.Nobody), new($"Monday to Friday, 09:00 to 17:00", SaidBy.Nobody));
    static readonly OwnFacts Others = new(new($"Europe/Rome", SaidBy.Hr), new($"Italian", SaidBy.Platform), new($"every day, 08:00 to 16:00", SaidBy.Hr));

    [Fact]
    public void The_settings() => Dialects.Match("settings-own", OwnSettings.Form(Own, new("Europe/Berlin", "", ["monday"], "08:00", "")));

    [Fact]
    public void What_others_said() => Dialects.Match("settings-others", OwnSettings.Form(Others with { Language = Own.Language }, new("", "", [], "", "")));

    [Fact]
    public void All_of_it_said_by_others() => Dialects.Match("settings-told", OwnSettings.Told(Others));

    [Fact]
    public void Saved() => Dialects.Match("settings-saved", OwnSettings.Saved(Others, [$"the time zone"]));
}
