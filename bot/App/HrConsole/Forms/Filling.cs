using ServiceCulture.Cards;

namespace ServiceCulture.Bot.HrConsole.Forms;

/// <summary>A form while somebody fills it in: one of the chat's, or fields of a page's own.</summary>
public sealed class Filling(Form form)
{
    readonly Dictionary<string, List<string>> _values = form.Standing.ToDictionary(one => one.Key, one => one.Value.ToList());
    readonly Dictionary<string, Text> _faults = new(form.Faults);
    readonly Dictionary<string, string> _named = form.Fields.OfType<Field.People>().SelectMany(field => field.Nearby).DistinctBy(one => one.Value).ToDictionary(one => one.Value, one => one.Label.Plain(Reader.Plain));

    /// <summary>Fields that a page draws and reads itself.</summary>
    public Filling(params IReadOnlyList<Field> fields) : this(new Form(new Ref(""), $"", $"", fields)) { }

    public Form Form => form;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Answers => _values.ToDictionary(one => one.Key, one => (IReadOnlyList<string>)one.Value);

    /// <summary>By field of people: a name that was typed and means nobody yet.</summary>
    public Dictionary<string, string> Typed { get; } = [];

    public string this[string field]
    {
        get => _values.TryGetValue(field, out var all) && all.Count > 0 ? all[0] : "";
        set => _values[field] = [value];
    }

    public IReadOnlyList<string> All(string field) => _values.TryGetValue(field, out var all) ? all : [];

    public bool Has(string field, string value) => All(field).Contains(value);

    public void Set(string field, string value, bool isPicked)
    {
        var all = _values.TryGetValue(field, out var now) ? now : _values[field] = [];
        all.Remove(value);
        if (isPicked)
            all.Add(value);
    }

    /// <summary>Picks somebody for a field of people.</summary>
    public void Pick(string field, Guid member, string name)
    {
        _named[member.ToString()] = name;
        Set(field, member.ToString(), true);
        Typed.Remove(field);
        _faults.Remove(field);
    }

    /// <summary>How a member who is picked is called.</summary>
    public string Named(string member) => _named.GetValueOrDefault(member, "somebody who is not known any more");

    public Text? Fault(Field field) => _faults.GetValueOrDefault(field.Id);

    /// <summary>Says at its field why it is not taken.</summary>
    public void Refuse(string field, string why) => _faults[field] = Text.Of(why);

    public void Forgive() => _faults.Clear();
}
