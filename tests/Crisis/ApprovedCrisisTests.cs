using ServiceCulture.Cards;
using ServiceCulture.Cards.Crisis;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Tests.Programmes;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Crisis;

/// <summary>Every word that somebody in a crisis reads, and what HR fills in for them, in every dialect, as a reviewer saw it.</summary>
public sealed class ApprovedCrisisTests
{
    static readonly Reader OnPlatform = Reader.Plain with { Installation = 1 };
    static readonly HelpWords Help = new("112", [new HelpLineWords("A Line to Talk", "0800 000 0000", "Text HELLO to 00000", "24/7", "English")], "Five free talks with somebody outside the company: extension 4000.");
    static readonly HelpWords Unknown = new(null, [], "");

    static Form Form => GetHelp.Form(Help, [new Choice("m1", $"Ilse Brandt")]);

    [Fact]
    public void The_form_in_words() => Approved.Matches("crisis-help", "txt", CrisisForms.Plain(Form));

    [Fact]
    public void The_form_where_no_country_is_known() => Approved.Matches("crisis-help-anywhere", "txt", CrisisForms.Plain(GetHelp.Form(Unknown, [])));

    [Fact]
    public void The_notes_on_top_of_another_form() => Approved.Matches("crisis-notes", "txt", CrisisForms.Plain(GetHelp.Notes(Help)) + "\n");

    [Fact]
    public void The_form_after_words_that_were_kept() => Approved.Matches("crisis-help-after", "txt", CrisisForms.Plain(GetHelp.Form(Help, [], GetHelp.Kept)));

    [Fact]
    public void The_form_after_words_that_were_passed_on() => Approved.Matches("crisis-help-passed-on", "txt", CrisisForms.Plain(GetHelp.Form(Help, [], GetHelp.PassedOn)));

    [Fact]
    public void The_answer_to_words_in_a_chat() => Dialects.Match("crisis-answer", GetHelp.Answer(Help));

    [Fact]
    public void What_the_asker_reads() => Approved.Matches("crisis-asked", "txt", CrisisForms.Plain(HelpAsked.Form("Ilse Brandt", Help)));

    [Fact]
    public void What_the_chosen_person_gets() => Dialects.Match("crisis-to-the-person", HelpAsked.ToThePerson(new Person(Guid.Empty, "Maya Okafor")));

    [Fact]
    public void The_form_on_slack() => Approved.Matches("crisis-help.slack", "json", BlockKit.View(Form, OnPlatform));

    [Fact]
    public void The_form_as_a_dialog_in_teams() => Approved.Matches("crisis-help.teams-dialog", "json", AdaptiveCards.Form(Form, OnPlatform, dialog: true));

    [Fact]
    public void The_form_on_the_page() => Approved.Matches("crisis-help", "html", Html.Form(Form, OnPlatform, "f1").Replace("><", ">\n<", StringComparison.Ordinal) + "\n");

    [Fact]
    public void What_the_asker_reads_in_every_dialect() => Dialects.Match("crisis-asked", HelpAsked.Form("Ilse Brandt", Help));

    static readonly EditHelpLine Line = new("A Line to Talk", "0800 000 0000", "Text HELLO to 00000", "24/7", "English", "https://line.example.org", "2026-02-24", false);

    public static TheoryData<string, Form> OfHr => new()
    {
        { "crisis-lines", HelpLines.Form(new("Five free talks with somebody outside the company: extension 4000.", "DE"), 3, 21) },
        { "crisis-lines-of-country", CountryLines.Form("DE", [(new Guid(1, 0, 0, new byte[8]), "A Line to Talk", "0800 000 0000", true), (new Guid(2, 0, 0, new byte[8]), "A Line to Write", "Text HELLO to 00000", false)]) },
        { "crisis-lines-of-country-none", CountryLines.Form("XK", []) },
        { "crisis-line", EditHelpLine.Form("00000001-0000-0000-0000-000000000000", 2, Line) },
        { "crisis-line-refused", EditHelpLine.Form(CountryLines.New, 0, EditHelpLine.Read(Answers.None)).Refused(new Dictionary<string, Text> { [EditHelpLine.AsOfField] = $"Year-month-day, such as 2026-11-24." }) },
    };

    public static TheoryData<string, Card> SaidToHr => new()
    {
        { "crisis-lines-saved", HelpLines.Saved },
        { "crisis-line-confirmed", EditHelpLine.Saved("A Line to Talk", isConfirmed: true) },
        { "crisis-line-hidden", EditHelpLine.Saved("A Line to Talk", isConfirmed: false) },
    };

    [Theory(DisableDiscoveryEnumeration = true), MemberData(nameof(OfHr))]
    public void Each_form_of_hr(string name, Form form) => Dialects.Match(name, form);

    [Theory(DisableDiscoveryEnumeration = true), MemberData(nameof(SaidToHr))]
    public void What_hr_reads_after_it(string name, Card card) => Dialects.Match(name, card);
}
