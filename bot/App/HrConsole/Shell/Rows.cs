using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.HrConsole.Shell;

/// <summary>For pages that only read: a unit of work of their own, and the policies as they are in force.</summary>
public sealed class Rows(IStore store, Register register)
{
    public Db Open() => store.Open();

    public ValueTask<Policies> Policies() => register.Policies(default);
}
