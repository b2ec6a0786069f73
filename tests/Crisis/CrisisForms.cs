using ServiceCulture.Cards;
using ServiceCulture.Cards.Rendering;

namespace ServiceCulture.Tests.Crisis;

/// <summary>A form's words, as somebody reads them out.</summary>
static class CrisisForms
{
    internal static string Plain(IEnumerable<Field> fields) => string.Join('\n', fields.Select(Plain));

    internal static string Plain(Form form) =>
        $"{form.Title.Plain(Reader.Plain)}\n\n{Plain(form.Fields)}\n\n[{form.Submit.Plain(Reader.Plain)}]\n";

    static string Plain(Field field) => field switch
    {
        Field.Shown shown => PlainText.Render(new Card($"", shown.Block), Reader.Plain).Trim(),
        { Hint: { } hint } => $"{field.Label.Plain(Reader.Plain)}\n  {hint.Plain(Reader.Plain)}",
        _ => field.Label.Plain(Reader.Plain),
    };
}
