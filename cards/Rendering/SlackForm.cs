using System.Text.Json;

namespace ServiceCulture.Cards.Rendering;

/// <summary>Draws one modal.</summary>
sealed class SlackForm(Utf8JsonWriter json, Reader reader, Form form)
{
    int _blocks;

    internal void Draw()
    {
        json.Start("modal");
        json.WriteString("callback_id", Limits.Whole(form.About.Id, Limits.CallbackId, "A callback_id"));
        json.WriteString("private_metadata", Limits.Whole(reader.Seal(form.About), Limits.PrivateMetadata, "A view's private_metadata"));
        json.WritePlain("title", form.Title.Plain(reader), Limits.ViewTitle);
        json.WritePlain("submit", form.Submit.Plain(reader), Limits.ViewSubmit);
        json.WritePlain("close", Phrases.Cancel.Plain(reader), Limits.ViewClose);
        json.WriteStartArray("blocks");
        foreach (var field in form.Fields.Where(CanBeDrawn))
            Draw(field);
        json.WriteEndArray();
        json.WriteEndObject();
        if (_blocks > Limits.ViewBlocks)
            throw new InvalidOperationException($"{form.About.Id} has {_blocks} blocks, a view takes {Limits.ViewBlocks}");
    }

    /// <summary>Faults by the input they are told at, in the order of the fields.</summary>
    internal static IEnumerable<(string Field, string Fault)> Errors(Form form, Reader reader)
    {
        var inputs = form.Fields.Where(field => IsInput(field) && CanBeDrawn(field)).Select(field => field.Id).ToList();
        var homeless = form.Faults.Where(fault => !inputs.Contains(fault.Key)).Select(fault => fault.Value.Plain(reader)).ToList();
        foreach (var id in inputs)
        {
            var own = form.Faults.TryGetValue(id, out var fault) ? new[] { fault.Plain(reader) } : [];
            var all = id == inputs[0] ? [.. own, .. homeless] : own;
            if (all.Length > 0)
                yield return (id, string.Join(' ', all));
        }
    }

    static bool IsInput(Field field) => field is not (Field.Note or Field.Shown);

    static bool CanBeDrawn(Field field) => field is not (Field.Pick { Choices.Count: 0 } or Field.PickMany { Choices.Count: 0 });

    void Draw(Field field)
    {
        if (IsInput(field))
            Input(field);
        else if (field is Field.Shown shown)
            _blocks += new SlackCard(json, reader, charts: false).DrawIfFull(shown.Block);
        else
            Section(field.Id, field.Label.Plain(reader));
        if (form.Faults.TryGetValue(field.Id, out var fault) && !fault.IsEmpty)
            Fault(field.Id, fault.Plain(reader));
    }

    // https://docs.slack.dev/reference/block-kit/blocks/input-block
    void Input(Field field)
    {
        Start("input", field.Id);
        json.WritePlain("label", field.Label.Plain(reader), Limits.InputLabel);
        if (field.Hint is { IsEmpty: false } hint)
            json.WritePlain("hint", hint.Plain(reader), Limits.InputHint);
        json.WriteBoolean("optional", field.Optional || field is Field.Tick);
        json.WritePropertyName("element");
        SlackInputs.Write(json, reader, field);
        json.WriteEndObject();
    }

    void Section(string id, string words)
    {
        Start("section", id);
        json.WritePlain("text", words, Limits.Text);
        json.WriteEndObject();
    }

    void Fault(string id, string words)
    {
        Start("context", $"{id}#fault");
        json.WriteStartArray("elements");
        json.WritePlain($"⚠ {words}", Limits.Text);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    void Start(string type, string blockId)
    {
        _blocks++;
        json.Start(type);
        json.WriteString("block_id", Limits.Whole(blockId, Limits.BlockId, "A block_id"));
    }
}
