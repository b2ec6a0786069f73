using ServiceCulture.Cards;
using ServiceCulture.Cards.Crisis;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Crisis;

/// <summary>Every word that somebody in a crisis reads, in every dialect, as a reviewer saw it.</summary>
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
    public void The_answer_to_words_in_a_chat() => Approved.Matches("crisis-answer", "txt", PlainText.Render(GetHelp.Answer(Help), Reader.Plain));

    [Fact]
    public void The_answer_in_a_chat_on_slack() => Approved.Matches("crisis-answer.slack", "json", BlockKit.Blocks(GetHelp.Answer(Help), OnPlatform));

    [Fact]
    public void What_the_asker_reads() => Approved.Matches("crisis-asked", "txt", CrisisForms.Plain(HelpAsked.Form("Ilse Brandt", Help)));

    [Fact]
    public void What_the_chosen_person_gets() =>
        Approved.Matches("crisis-to-the-person", "txt", PlainText.Render(HelpAsked.ToThePerson(new Person(Guid.Empty, "Maya Okafor")), Reader.Plain));

    [Fact]
    public void The_form_on_slack() => Approved.Matches("crisis-help.slack", "json", BlockKit.View(Form, OnPlatform));

    [Fact]
    public void The_form_as_a_dialog_in_teams() => Approved.Matches("crisis-help.teams-dialog", "json", AdaptiveCards.Form(Form, OnPlatform, dialog: true));

    [Fact]
    public void The_form_on_the_page() => Approved.Matches("crisis-help", "html", Html.Form(Form, OnPlatform, "f1").Replace("><", ">\n<", StringComparison.Ordinal) + "\n");
}
