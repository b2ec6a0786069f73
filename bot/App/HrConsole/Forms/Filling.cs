using ServiceCulture.Cards;

namespace ServiceCulture.Bot.HrConsole.Forms;

/// <summary>A form while somebody fills it in.</summary>
public sealed class Filling(Form form)
{
    readonly Dictionary<string, List<string>> _values = form.Standing.ToDictionary(one => one.Key, one => one.Value.ToList());

    public Form Form => form;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Answers => _values.ToDictionary(one => one.Key, one => (IReadOnlyList<string>)one.Value);

    public string this[string field]
    {
        get => _values.TryGetValue(field, out var all) && all.Count > 0 ? all[0] : "";
        set => _values[field] = [value];
    }

    public bool Has(string field, string value) => _values.TryGetValue(field, out var all) && all.Contains(value);

    public void Set(string field, string value, bool isPicked)
    {
        var all = _values.TryGetValue(field, out var now) ? now : _values[field] = [];
        all.Remove(value);
        if (isPicked)
            all.Add(value);
    }

    public Text? Fault(Field field) => form.Faults.GetValueOrDefault(field.Id);
}
