using ServiceCulture.Cards;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Programmes;

/// <summary>A form or card as every channel draws it, against what a reviewer saw.</summary>
static class Dialects
{
    static readonly Reader OnPlatform = Reader.Plain with { Installation = 1 };

    // Teams draws a form that is not private as a card in the personal chat, and as a dialog elsewhere.
    internal static void Match(string name, Form form) => All(
        () => Approved.Matches($"{name}.slack", "json", BlockKit.View(form, OnPlatform)),
        () => { if (!form.Private) Approved.Matches($"{name}.teams", "json", AdaptiveCards.Form(form, OnPlatform)); },
        () => Approved.Matches($"{name}.teams-dialog", "json", AdaptiveCards.Form(form, OnPlatform, dialog: true)),
        () => Approved.Matches(name, "html", Lined(Html.Form(form, OnPlatform, "f1"))));

    internal static void Match(string name, Card card) => All(
        () => Approved.Matches($"{name}.slack", "json", BlockKit.Blocks(card, OnPlatform)),
        () => Approved.Matches($"{name}.teams", "json", AdaptiveCards.Card(card, OnPlatform)),
        () => Approved.Matches(name, "html", Lined(Html.Card(card, OnPlatform))),
        () => Approved.Matches(name, "txt", PlainText.Render(card, OnPlatform)));

    /// <summary>A private form as each platform draws it.</summary>
    internal static IReadOnlyList<string> Of(Form form) => [BlockKit.View(form, OnPlatform), AdaptiveCards.Form(form, OnPlatform, dialog: true), Html.Form(form, OnPlatform, "f1")];

    // All of them are drawn before any may fail.
    static void All(params Action[] checks)
    {
        var failures = checks.Select(Record.Exception).OfType<Exception>().ToList();
        Assert.True(failures.Count == 0, string.Join('\n', failures.Select(failure => failure.Message)));
    }

    static string Lined(string html) => html.Replace("><", ">\n<", StringComparison.Ordinal) + "\n";
}
