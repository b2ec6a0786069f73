namespace ServiceCulture.Cards.Crisis;

/// <summary>One help line in HR's hands: everything about it, and the tick without which nobody sees it.</summary>
/// <param name="AsOf">The day it was last checked, as year-month-day.</param>
public sealed record EditHelpLine(string Name, string Number, string Text, string Hours, string Language, string Source, string AsOf, bool IsConfirmed) : IForm<EditHelpLine>
{
    /// <summary>The field ids.</summary>
    public const string NameField = "name", NumberField = "number", TextField = "text", HoursField = "hours", LanguageField = "language", SourceField = "source", AsOfField = "as-of", ConfirmedField = "confirmed";

    /// <summary>Most characters of a field.</summary>
    public const int Most = 120, MostSource = 300;

    /// <inheritdoc/>
    public static string Id => "crisis.line";

    /// <inheritdoc/>
    public static EditHelpLine Read(Answers answers) => new(
        answers[NameField], answers[NumberField], answers[TextField], answers[HoursField], answers[LanguageField], answers[SourceField], answers[AsOfField], answers[ConfirmedField] == "yes");

    /// <param name="row">The line's id; for one to add, its country.</param>
    public static Form Form(string row, int version, EditHelpLine now) => new(new Ref(Id, row, version), $"Help line", $"Save",
        new Field.Line(NameField, $"Name", Most) { Initial = now.Name },
        new Field.Line(NumberField, $"Telephone number", Most) { Initial = now.Number, Optional = true, Hint = $"As it is dialled in the country." },
        new Field.Line(TextField, $"Text line", Most) { Initial = now.Text, Optional = true, Example = $"Text HELLO to 12345" },
        new Field.Line(HoursField, $"Hours", Most) { Initial = now.Hours, Optional = true },
        new Field.Line(LanguageField, $"Languages", Most) { Initial = now.Language, Optional = true },
        new Field.Line(SourceField, $"Where this is from", MostSource) { Initial = now.Source, Optional = true, Hint = $"The line's own page is best." },
        new Field.Line(AsOfField, $"Checked on", 10) { Initial = now.AsOf, Hint = $"Year-month-day, such as 2026-11-24." },
        new Field.Tick(ConfirmedField, $"Confirmed", $"I have checked the number and the hours; show it to people in this country")
        {
            Initial = now.IsConfirmed,
            Optional = true,
            Hint = $"Call it or look at its own page first: a wrong number is worse than none.",
        })
    { Reopens = new Ref(HelpLines.OpenId) };

    /// <summary>After saving.</summary>
    public static Card Saved(string name, bool isConfirmed) => new($"Saved", new Block.Say(isConfirmed
        ? (Text)$"{new Hole.Bold(name)} is shown from now on to the people of its country."
        : $"{new Hole.Bold(name)} is saved, and stays hidden until you confirm it."))
    { Buttons = [HelpLines.Button] };
}
