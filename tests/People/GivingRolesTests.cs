using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.Settings;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.People;

/// <summary>Who gives roles to whom, and who the first is.</summary>
public sealed class GivingRolesTests : OverTheDatabase
{
    Someone _ines = null!, _mia = null!;

    private protected override void With(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton(new OrganisationSettings { Owner = "Olga@Acme.example" }));

    private protected override async Task Arrange() => (_ines, _mia) = (await Bot.Member("Ines Moor", roles: Roles.Hr), await Bot.Member("Mia Storm"));

    [Fact]
    public async Task HR_gives_and_takes_roles_and_whom_it_is_about_can_see_it()
    {
        Assert.Equal(RolesGiven.Done, await Gives(_ines, _mia, Roles.Expert | Roles.WorksCouncil));
        Assert.Equal(Roles.Expert | Roles.WorksCouncil, await Of(_mia));
        Assert.True(Access.May((await Bot.Get<Register>().Member(_mia.Id, default))!, Right.SeeRules));
        Assert.Equal(RolesGiven.AsBefore, await Gives(_ines, _mia, Roles.Expert | Roles.WorksCouncil));
        Assert.Equal(RolesGiven.Done, await Gives(_ines, _mia, Roles.Hr));
        var entries = await Bot.Read(db => db.Audit.Where(one => one.About == _mia.Id).OrderBy(one => one.Id).ToListAsync());
        Assert.Equal([$"{_mia.Id} +Expert, WorksCouncil -None", $"{_mia.Id} +Hr -Expert, WorksCouncil"], entries.Select(one => one.Row));
        Assert.All(entries, one => Assert.Equal((GivingRoles.Act, (Guid?)_ines.Id), (one.Act, one.Actor)));
        Assert.Equal(2, (await Bot.Read(db => AuditData.About(db, _mia.Id, 10, default))).Count(one => one.By == "Ines Moor"));
    }

    [Fact]
    public async Task Nobody_else_gives_any_and_only_owners_make_owners()
    {
        var council = await Bot.Member("Cora Wells", roles: Roles.WorksCouncil);
        var boss = await Bot.Member("Max Boss", team: "Care", leads: true);
        foreach (var who in new[] { council, boss, _mia })
            Assert.Equal(RolesGiven.NotAllowed, await Gives(who, who, Roles.Hr));
        Assert.Equal(RolesGiven.NotAllowed, await Gives(_ines, _ines, Roles.Hr | Roles.Owner));
        Assert.Equal((Roles.None, 0), (await Of(_mia), await Bot.Read(db => db.Audit.CountAsync())));
        var owner = await Bot.Member("Otto Own", roles: Roles.Owner);
        Assert.Equal(RolesGiven.NotAllowed, await Gives(_ines, owner, Roles.None));
        Assert.Equal(RolesGiven.Done, await Gives(owner, _mia, Roles.Owner));
        Assert.Equal(RolesGiven.Done, await Gives(_mia, owner, Roles.None));
    }

    [Fact]
    public async Task The_last_owner_stays_one_and_without_any_the_last_of_HR()
    {
        var owner = await Bot.Member("Otto Own", roles: Roles.Owner);
        await Bot.Member("Gone Own", roles: Roles.Owner, hasLeft: true);
        Assert.Equal(RolesGiven.LastOne, await Gives(owner, owner, Roles.Hr));
        Assert.Equal(RolesGiven.Done, await Gives(owner, _ines, Roles.Expert));
        await Bot.Do(async db => (await db.Members.SingleAsync(one => one.Id == owner.Id)).Roles = Roles.Hr);
        Assert.Equal(RolesGiven.LastOne, await Gives(owner, owner, Roles.None));
    }

    [Fact]
    public async Task Whoever_left_or_is_unknown_gets_none()
    {
        var gone = await Bot.Member("Gone Lake", hasLeft: true);
        Assert.Equal(RolesGiven.NobodyThere, await Gives(_ines, gone, Roles.Hr));
        Assert.Equal(RolesGiven.NobodyThere, await Gives(_ines, gone with { Id = Guid.CreateVersion7() }, Roles.Hr));
    }

    [Fact]
    public async Task The_owner_of_the_settings_has_the_role_as_soon_as_a_platform_tells_of_them_and_keeps_it()
    {
        await Bot.Do(db => Bot.Get<Learning>().Learn(db, 1, [new Sender("U1") { Name = "Olga Berg", VerifiedEmail = "olga@acme.example" }, new Sender("U2") { Name = "Other", VerifiedEmail = "other@acme.example" }], Bot.Clock.Now, default));
        var olga = await Bot.Read(db => db.Members.SingleAsync(one => one.Email == "olga@acme.example"));
        Assert.Equal(Roles.Owner, olga.Roles);
        Assert.Equal(1, await Bot.Read(db => db.Members.CountAsync(one => (one.Roles & Roles.Owner) != 0)));
        Assert.Equal((Guid?)olga.Id, Assert.Single(await Bot.Read(db => db.Audit.ToListAsync())).About);
        var other = await Bot.Member("Otto Own", roles: Roles.Owner);
        Assert.Equal(RolesGiven.NamedInSettings, await Gives(other, new Someone(olga.Id, "Olga", other.On, "U1"), Roles.None));
    }

    [Fact]
    public async Task Somebody_known_before_is_the_owner_after_the_next_start_once()
    {
        var olga = await Bot.Member("Olga Berg", email: "olga@acme.example");
        for (var starts = 0; starts < 2; starts++)
            await Bot.Do(db => Bot.Get<NamedOwner>().Bring(db, Bot.Clock.Now, default));
        Assert.Equal(Roles.Owner, await Of(olga));
        Assert.Single(await Bot.Read(db => db.Audit.ToListAsync()));
    }

    async Task<RolesGiven> Gives(Someone who, Someone whom, Roles roles) =>
        await Bot.Get<GivingRoles>().Give((await Bot.Get<Register>().Member(who.Id, default))!, whom.Id, roles, default);

    Task<Roles> Of(Someone who) => Bot.Read(db => db.Members.Where(one => one.Id == who.Id).Select(one => one.Roles).SingleAsync());
}
