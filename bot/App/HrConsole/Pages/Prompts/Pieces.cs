using System.Text.Json.Nodes;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.HrConsole.Pages.Prompts;

/// <summary>What one sees of a form, from top to bottom.</summary>
public sealed record Piece(PieceKind Kind, string Words);

public enum PieceKind { Title, Words, Label, Input, Small, Button, Primary }

/// <summary>
/// Reads out of a platform's own form what one would see of it, for a preview beside the other platforms': of Slack's view
/// (https://docs.slack.dev/reference/views/modal-views) and of an Adaptive Card (https://adaptivecards.io/explorer/). What
/// our forms don't use is passed over.
/// </summary>
public static class Pieces
{
    /// <param name="view">A modal as it goes to Slack.</param>
    public static IReadOnlyList<Piece> OfSlack(string view)
    {
        var json = JsonNode.Parse(view)!;
        return
        [
            new(PieceKind.Title, Plain(json["title"])),
            .. json["blocks"]!.AsArray().SelectMany(block => OfBlock(block!)),
            new(PieceKind.Button, Plain(json["close"])),
            new(PieceKind.Primary, Plain(json["submit"])),
        ];
    }

    /// <param name="card">A dialog's card as it goes to Teams.</param>
    public static IReadOnlyList<Piece> OfTeams(string card)
    {
        var json = JsonNode.Parse(card)!;
        return
        [
            .. json["body"]!.AsArray().SelectMany(element => OfElement(element!)),
            .. (json["actions"] as JsonArray ?? []).Select((action, at) => new Piece(at == 0 ? PieceKind.Primary : PieceKind.Button, Words(action!["title"]))),
        ];
    }

    /// <summary>The local page has no dialect of its own: it draws the form as it is.</summary>
    public static IReadOnlyList<Piece> OfPage(Form form) =>
    [
        new(PieceKind.Title, form.Title.Plain(Reader.Plain)),
        .. form.Fields.SelectMany(OfField),
        new(PieceKind.Primary, form.Submit.Plain(Reader.Plain)),
        new(PieceKind.Button, "Cancel"),
    ];

    static IEnumerable<Piece> OfBlock(JsonNode block)
    {
        switch (Words(block["type"]))
        {
            case "input":
                yield return new(PieceKind.Label, Plain(block["label"]));
                yield return new(PieceKind.Input, Plain(block["element"]?["placeholder"]));
                if (Plain(block["hint"]) is { Length: > 0 } hint)
                    yield return new(PieceKind.Small, hint);
                break;
            case "context":
                foreach (var element in block["elements"] as JsonArray ?? [])
                    yield return new(PieceKind.Small, Plain(element));
                break;
            case "actions":
                foreach (var element in block["elements"] as JsonArray ?? [])
                    yield return new(PieceKind.Button, Plain(element!["text"]));
                break;
            case "section" or "header":
                yield return new(PieceKind.Words, Plain(block["text"]));
                break;
            case "rich_text":
                yield return new(PieceKind.Words, string.Concat(Texts(block)));
                break;
        }
    }

    static IEnumerable<Piece> OfElement(JsonNode element)
    {
        switch (Words(element["type"]))
        {
            case "Input.Text":
                yield return new(PieceKind.Label, Words(element["label"]));
                yield return new(PieceKind.Input, Words(element["placeholder"]));
                break;
            case "TextBlock":
                yield return new(PieceKind.Words, Words(element["text"]));
                break;
            case "RichTextBlock":
                var runs = element["inlines"]!.AsArray();
                yield return new(Words(runs[0]?["size"]) switch { "Large" => PieceKind.Title, "Small" => PieceKind.Small, _ => PieceKind.Words }, string.Concat(runs.Select(run => Words(run?["text"]))));
                break;
            case "ActionSet":
                foreach (var action in element["actions"] as JsonArray ?? [])
                    yield return new(PieceKind.Button, Words(action!["title"]));
                break;
        }
    }

    static IEnumerable<Piece> OfField(Field field)
    {
        yield return new(PieceKind.Label, field.Label.Plain(Reader.Plain));
        if (field is Field.Line line)
            yield return new(PieceKind.Input, line.Example?.Plain(Reader.Plain) ?? "");
        if (field.Hint is { } hint)
            yield return new(PieceKind.Small, hint.Plain(Reader.Plain));
    }

    static IEnumerable<string> Texts(JsonNode node) =>
        (node["elements"] as JsonArray ?? []).SelectMany(element => element?["text"] is JsonValue words ? [words.ToString()] : element is null ? [] : Texts(element));

    static string Plain(JsonNode? text) => Words(text?["text"]);

    static string Words(JsonNode? value) => value?.ToString() ?? "";
}
