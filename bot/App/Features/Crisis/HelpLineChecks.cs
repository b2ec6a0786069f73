using System.Globalization;
using ServiceCulture.Bot.Data.Csv;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Crisis;

namespace ServiceCulture.Bot.Features.Crisis;

/// <summary>What HR's forms must hold; each refusal says why, at its field.</summary>
static class HelpLineChecks
{
    internal static Dictionary<string, Text> Of(HelpLines form)
    {
        var faults = new Dictionary<string, Text>();
        if (form.Country.Length > 0 && !Countries.Knows(form.Country))
            faults[HelpLines.CountryField] = Countries.Meant(form.Country) is { } meant
                ? (Text)$"No country has these two letters. Did you mean {meant}?"
                : $"The two letters of a country, please, such as DE, GB or US; or leave it empty.";
        if (form.Programme.Length > HelpLines.MostProgramme)
            faults[HelpLines.ProgrammeField] = $"At most {HelpLines.MostProgramme} characters, please; these are {form.Programme.Length}.";
        return faults;
    }

    internal static Dictionary<string, Text> Of(EditHelpLine form, DateTime now)
    {
        var faults = new Dictionary<string, Text>();
        if (form.Name.Length == 0)
            faults[EditHelpLine.NameField] = $"What is the line called?";
        if (form.Number.Length == 0 && form.Text.Length == 0)
            faults[EditHelpLine.NumberField] = $"A telephone number or a text line, please: without one nobody can reach it.";
        else if (form.Number.Length > 0 && !form.Number.Any(char.IsAsciiDigit))
            faults[EditHelpLine.NumberField] = $"This holds no digit, so it can't be dialled.";
        if (!DateOnly.TryParseExact(form.AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            faults[EditHelpLine.AsOfField] = $"A day as year-month-day, please, such as 2026-11-24.";
        else if (day > DateOnly.FromDateTime(now).AddDays(1))
            faults[EditHelpLine.AsOfField] = $"This day is still to come. When was the line last checked?";
        foreach (var (field, words, most) in Fields(form))
            if (words.Length > most)
                faults[field] = $"At most {most} characters, please; these are {words.Length}.";
        return faults;
    }

    static IEnumerable<(string Field, string Words, int Most)> Fields(EditHelpLine form) =>
    [
        (EditHelpLine.NameField, form.Name, EditHelpLine.Most),
        (EditHelpLine.NumberField, form.Number, EditHelpLine.Most),
        (EditHelpLine.TextField, form.Text, EditHelpLine.Most),
        (EditHelpLine.HoursField, form.Hours, EditHelpLine.Most),
        (EditHelpLine.LanguageField, form.Language, EditHelpLine.Most),
        (EditHelpLine.SourceField, form.Source, EditHelpLine.MostSource),
    ];
}
