using System.Text.Json;

namespace ServiceCulture.Slack;

/// <summary>
/// Everything a person has filled into a view's (or a message's) inputs, by block_id and action_id.
/// <see href="https://docs.slack.dev/reference/views/modal-views"/>
/// </summary>
public sealed class ViewState
{
    /// <summary>No inputs at all.</summary>
    public static readonly ViewState Empty = new([]);

    readonly Dictionary<(string Block, string Action), InputValue> _values;

    ViewState(Dictionary<(string Block, string Action), InputValue> values) => _values = values;

    /// <summary>The inputs with the block_id and action_id each of them has.</summary>
    public IReadOnlyDictionary<(string Block, string Action), InputValue> Values => _values;

    /// <summary>The input's value; null when the view has no such input.</summary>
    public InputValue? this[string blockId, string actionId] => _values.GetValueOrDefault((blockId, actionId));

    /// <summary>What was typed; null when nothing was, or when there is no such input.</summary>
    public string? Text(string blockId, string actionId) => this[blockId, actionId]?.Value;

    /// <summary>The values of the options picked, one or many; empty when none was.</summary>
    public IReadOnlyList<string> Options(string blockId, string actionId) => this[blockId, actionId]?.SelectedOptions ?? [];

    /// <summary>The ids of the users picked, one or many; empty when none was.</summary>
    public IReadOnlyList<string> Users(string blockId, string actionId) => this[blockId, actionId]?.SelectedUsers ?? [];

    /// <summary>The date picked, YYYY-MM-DD; null when none was.</summary>
    public string? Date(string blockId, string actionId) => this[blockId, actionId]?.SelectedDate;

    /// <param name="holder">What has a <c>state</c>: a view, or a block_actions payload.</param>
    internal static ViewState ReadFrom(JsonElement holder)
    {
        if (holder.ObjectOrNull("state"u8)?.ObjectOrNull("values"u8) is not { } blocks) return Empty;
        var values = new Dictionary<(string, string), InputValue>();
        foreach (var block in blocks.EnumerateObject())
        {
            if (block.Value.ValueKind != JsonValueKind.Object) throw new WireFormatException("a block's state is not an object");
            foreach (var action in block.Value.EnumerateObject())
                values[(block.Name, action.Name)] = InputValue.Read(action.Value);
        }
        return new ViewState(values);
    }
}
