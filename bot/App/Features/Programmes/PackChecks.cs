using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Programmes;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>What a draft must hold; each refusal says why, at its field.</summary>
static class PackChecks
{
    /// <param name="shelf">Null for a pack to add.</param>
    internal static async Task<Dictionary<string, Text>> Of(EditPack form, PackShelf? shelf, Db db, CancellationToken cancel)
    {
        var faults = new Dictionary<string, Text>();
        if (form.Name.Length == 0)
            faults[EditPack.NameField] = $"What is the pack called?";
        else if (form.Name.Length > EditPack.MostName)
            faults[EditPack.NameField] = $"At most {EditPack.MostName} characters, please; these are {form.Name.Length}.";
        else if (await IsTaken(form.Name, shelf?.Versions[0].Id, db, cancel))
            faults[EditPack.NameField] = $"Another pack has this name. Please choose one that tells them apart.";
        if (shelf is null && !(form.Language.Length is 2 or 3 && form.Language.All(char.IsAsciiLetterLower)))
            faults[EditPack.LanguageField] = $"The two letters of a language, please, such as en or de.";
        if (Fault(form) is { } fault)
            faults[EditPack.PromptsField] = fault;
        return faults;
    }

    static Text? Fault(EditPack form)
    {
        var lines = form.Lines;
        if (lines.Count == 0)
            return $"At least one prompt, please.";
        if (lines.Count > EditPack.MostPrompts)
            return $"At most {EditPack.MostPrompts} prompts, please; these are {lines.Count}.";
        if (form.Prompts.Length > EditPack.MostAll)
            return $"At most {EditPack.MostAll} characters together, please; these are {form.Prompts.Length}.";
        for (var at = 0; at < lines.Count; at++)
            if (lines[at].Length is < EditPack.LeastOne or > EditPack.MostOne)
                return $"Prompt {at + 1} has {new Hole.Count(lines[at].Length, "character", "characters")}; please make it {EditPack.LeastOne} to {EditPack.MostOne}: “{Beginning(lines[at])}”.";
        return lines.GroupBy(Folding.Key).FirstOrDefault(same => same.Count() > 1) is { } twice ? (Text)$"This one is there twice: “{Beginning(twice.First())}”." : null;
    }

    static async Task<bool> IsTaken(string name, string? own, Db db, CancellationToken cancel) =>
        (await db.PromptPacks.AsNoTracking().Where(one => one.State != PackState.Archived && one.Id != own).Select(one => one.Name).ToListAsync(cancel)).Exists(one => Folding.Key(one) == Folding.Key(name));

    static string Beginning(string line) => line.Length > 40 ? line[..40] + "…" : line;
}
