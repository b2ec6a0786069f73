using System.Text.Json;

namespace ServiceCulture.Tests.Slack.Endpoint;

/// <summary>
/// Looks at blocks and views as strictly as Slack: unknown fields, missing ones and anything over a limit are faults.
/// Written after https://docs.slack.dev/reference/block-kit, sharing nothing with the renderer.
/// </summary>
sealed class SlackBlocks
{
    static readonly string[] Styles = ["bold", "italic", "strike", "code"];

    readonly List<string> _faults = [];
    readonly HashSet<string> _blockIds = [], _actionIds = [];

    public static IReadOnlyList<string> FaultsOfMessage(JsonElement blocks)
    {
        var check = new SlackBlocks();
        check.Blocks(blocks, 50, inView: false);
        return check._faults;
    }

    public static IReadOnlyList<string> FaultsOfView(JsonElement view)
    {
        var check = new SlackBlocks();
        check.View(view);
        return check._faults;
    }

    void View(JsonElement view)
    {
        Keys(view, ["type", "title", "blocks"], "callback_id", "private_metadata", "submit", "close", "clear_on_close", "notify_on_close", "external_id");
        Want(Text(view, "type") == "modal", "a view is no modal");
        Plain(view, "title", 24, true);
        Plain(view, "close", 24, false);
        Want(Text(view, "callback_id").Length is > 0 and <= 255, "callback_id");
        Want(Text(view, "private_metadata").Length <= 3000, "private_metadata");
        Blocks(view.GetProperty("blocks"), 100, inView: true);
        Plain(view, "submit", 24, view.GetProperty("blocks").EnumerateArray().Any(block => Text(block, "type") == "input"));
    }

    void Blocks(JsonElement blocks, int most, bool inView)
    {
        Want(blocks.GetArrayLength() >= 1 && blocks.GetArrayLength() <= most, $"{blocks.GetArrayLength()} blocks");
        Want(blocks.EnumerateArray().Count(block => Text(block, "type") == "data_visualization") <= (inView ? 0 : 2), "too many charts");
        foreach (var block in blocks.EnumerateArray())
            Block(block, inView);
    }

    void Block(JsonElement block, bool inView)
    {
        if (block.TryGetProperty("block_id", out var id))
            Want(id.GetString()!.Length is > 0 and <= 255 && _blockIds.Add(id.GetString()!), $"block_id {id}");
        switch (Text(block, "type"))
        {
            case "header": Keys(block, ["type", "text"], "block_id"); Plain(block, "text", 150, true); break;
            case "divider": Keys(block, ["type"], "block_id"); break;
            case "section": Keys(block, ["type", "text"], "block_id"); Plain(block, "text", 3000, true); break;
            case "context": Keys(block, ["type", "elements"], "block_id"); Elements(block, 10, each => PlainText(each, 3000)); break;
            case "actions": Keys(block, ["type", "elements"], "block_id"); Elements(block, 25, Button); break;
            case "rich_text": Keys(block, ["type", "elements"], "block_id"); Elements(block, 100, RichPart); break;
            case "data_visualization": Keys(block, ["type", "title", "chart"], "block_id"); Want(Text(block, "title").Length is > 0 and <= 50, "chart title"); break;
            case "input" when inView: Input(block); break;
            case var type: Want(false, $"block {type}"); break;
        }
    }

    void Elements(JsonElement block, int most, Action<JsonElement> each)
    {
        var elements = block.GetProperty("elements");
        Want(elements.GetArrayLength() >= 1 && elements.GetArrayLength() <= most, $"{elements.GetArrayLength()} elements");
        foreach (var element in elements.EnumerateArray())
            each(element);
    }

    void Button(JsonElement button)
    {
        Keys(button, ["type", "text", "action_id"], "value", "style", "url", "confirm", "accessibility_label");
        Want(Text(button, "type") == "button", "no button");
        Plain(button, "text", 75, true);
        Want(Text(button, "action_id").Length is > 0 and <= 255 && _actionIds.Add(Text(button, "action_id")), $"action_id {Text(button, "action_id")}");
        Want(Text(button, "value").Length <= 2000, "a button's value");
        Want(Text(button, "style") is "" or "primary" or "danger", "a button's style");
    }

    void RichPart(JsonElement part)
    {
        switch (Text(part, "type"))
        {
            case "rich_text_list":
                Keys(part, ["type", "style", "elements"], "indent", "offset", "border");
                Want(Text(part, "style") is "bullet" or "ordered", "a list's style");
                Elements(part, 200, RichPart);
                break;
            case "rich_text_section" or "rich_text_quote" or "rich_text_preformatted":
                Keys(part, ["type", "elements"], "border");
                Elements(part, 200, Run);
                break;
            case var type: Want(false, $"rich text {type}"); break;
        }
    }

    void Run(JsonElement run)
    {
        switch (Text(run, "type"))
        {
            case "text": Keys(run, ["type", "text"], "style"); Want(Text(run, "text").Length is > 0 and <= 12_000, "a run without words"); break;
            case "user": Keys(run, ["type", "user_id"], "style"); Want(Text(run, "user_id") is ['U' or 'W', ..], "a user's id"); break;
            case "link": Keys(run, ["type", "url"], "text", "style"); Want(Uri.TryCreate(Text(run, "url"), UriKind.Absolute, out _), "a link's url"); break;
            case var type: Want(false, $"run {type}"); break;
        }
        if (run.TryGetProperty("style", out var style))
            Want(style.EnumerateObject().All(one => Styles.Contains(one.Name) && one.Value.ValueKind is JsonValueKind.True or JsonValueKind.False), "a run's style");
    }

    void Input(JsonElement input)
    {
        Keys(input, ["type", "label", "element"], "block_id", "hint", "optional", "dispatch_action");
        Plain(input, "label", 2000, true);
        Plain(input, "hint", 2000, false);
        var element = input.GetProperty("element");
        Want(Text(element, "action_id").Length is > 0 and <= 255, "an input's action_id");
        Plain(element, "placeholder", 150, false);
        switch (Text(element, "type"))
        {
            case "plain_text_input": Line(element); break;
            case "radio_buttons": Keys(element, ["type", "action_id", "options"], "initial_option"); Choices(element, 10, fixedList: true); break;
            case "checkboxes": Keys(element, ["type", "action_id", "options"], "initial_options"); Choices(element, 10, fixedList: true); break;
            case "static_select": Keys(element, ["type", "action_id", "options"], "initial_option", "placeholder"); Choices(element, 100, fixedList: true); break;
            case "multi_static_select": Keys(element, ["type", "action_id", "options"], "initial_options", "placeholder", "max_selected_items"); Choices(element, 100, fixedList: true); break;
            case "multi_external_select": Keys(element, ["type", "action_id"], "initial_options", "placeholder", "max_selected_items", "min_query_length"); Choices(element, 100, fixedList: false); break;
            case "external_select": Keys(element, ["type", "action_id"], "initial_option", "placeholder", "min_query_length"); break;
            case "datepicker": Keys(element, ["type", "action_id"], "initial_date", "placeholder"); break;
            case "timepicker": Keys(element, ["type", "action_id"], "initial_time", "placeholder", "timezone"); break;
            case var type: Want(false, $"input {type}"); break;
        }
    }

    void Line(JsonElement line)
    {
        Keys(line, ["type", "action_id"], "multiline", "min_length", "max_length", "initial_value", "placeholder");
        var max = line.TryGetProperty("max_length", out var most) ? most.GetInt32() : 3000;
        Want(max is >= 1 and <= 3000, "max_length");
        Want(!line.TryGetProperty("min_length", out var least) || (least.GetInt32() is >= 0 and <= 3000 && least.GetInt32() <= max), "min_length");
        Want(Text(line, "initial_value").Length <= max, "initial_value");
    }

    void Choices(JsonElement element, int most, bool fixedList)
    {
        var offered = fixedList ? Options(element, "options", most) : [];
        var picked = element.TryGetProperty("initial_options", out _) ? Options(element, "initial_options", most) : [];
        if (element.TryGetProperty("initial_option", out var one))
            picked = [Option(one)];
        Want(!fixedList || picked.All(offered.Contains), "an initial option that is not offered");
        Want(!element.TryGetProperty("max_selected_items", out var max) || (max.GetInt32() >= 1 && picked.Count <= max.GetInt32()), "max_selected_items");
    }

    /// <summary>The faults of an answer to block_suggestion.</summary>
    public static IReadOnlyList<string> FaultsOfOptions(JsonElement answer)
    {
        var check = new SlackBlocks();
        check.Keys(answer, ["options"]);
        if (answer.GetProperty("options").GetArrayLength() > 0)
            check.Options(answer, "options", 100);
        return check._faults;
    }

    List<string> Options(JsonElement element, string name, int most)
    {
        var options = element.GetProperty(name);
        Want(options.GetArrayLength() >= 1 && options.GetArrayLength() <= most, $"{options.GetArrayLength()} options");
        List<string> all = [.. options.EnumerateArray().Select(Option)];
        Want(options.EnumerateArray().Select(option => Text(option, "value")).Distinct().Count() == all.Count, "two options with one value");
        return all;
    }

    string Option(JsonElement option)
    {
        Keys(option, ["text", "value"], "description");
        Plain(option, "text", 75, true);
        Plain(option, "description", 75, false);
        Want(Text(option, "value").Length is > 0 and <= 150, "an option's value");
        return option.GetRawText();
    }

    void Plain(JsonElement of, string name, int most, bool needed)
    {
        if (of.TryGetProperty(name, out var text))
            PlainText(text, most);
        else
            Want(!needed, $"{name} is missing");
    }

    void PlainText(JsonElement text, int most)
    {
        Keys(text, ["type", "text"], "emoji");
        Want(Text(text, "type") == "plain_text", "no plain text");
        Want(!string.IsNullOrWhiteSpace(Text(text, "text")) && Text(text, "text").Length <= most, $"{Text(text, "text").Length} characters, at most {most}: {Text(text, "text")}");
    }

    void Keys(JsonElement of, string[] needed, params string[] allowed)
    {
        foreach (var name in needed.Where(name => !of.TryGetProperty(name, out _)))
            Want(false, $"{name} is missing in {of}");
        foreach (var one in of.EnumerateObject().Where(one => !needed.Contains(one.Name) && !allowed.Contains(one.Name)))
            Want(false, $"{one.Name} is unknown in {of}");
    }

    static string Text(JsonElement of, string name) => of.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString()! : "";

    void Want(bool holds, string fault)
    {
        if (!holds)
            _faults.Add(fault);
    }
}
