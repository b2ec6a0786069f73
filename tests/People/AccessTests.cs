using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Kudos;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.People;

/// <summary>Who may see and change what, written out.</summary>
public sealed class AccessTests
{
    static readonly Guid Company = Guid.CreateVersion7(), Sales = Guid.CreateVersion7(), Phones = Guid.CreateVersion7(), Office = Guid.CreateVersion7();
    static readonly TeamTree Tree = new([(Company, null), (Sales, Company), (Phones, Sales), (Office, Company)]);

    // Each right, and who has it: H is HR, O the owner, W the works council, m whoever manages the team in question or one above it.
    static readonly Dictionary<Right, string> Table = new()
    {
        [Right.UseConsole] = "HOW",
        [Right.SeeSettings] = "HOW",
        [Right.SeeTexts] = "HOW",
        [Right.ChangeTexts] = "HO",
        [Right.SeeRules] = "HOW",
        [Right.ChangeRules] = "HO",
        [Right.SeeFigures] = "HOm",
        [Right.SeeParticipation] = "HO",
        [Right.SeePeople] = "HO",
        [Right.ChangePeople] = "HO",
        [Right.GiveRoles] = "HO",
        [Right.GiveOwnership] = "O",
        [Right.SeeQuestions] = "HO",
        [Right.ChangeQuestions] = "HO",
        [Right.ChangeKnowledge] = "HO",
        [Right.SeeReports] = "HO",
        [Right.SeeAudit] = "HO",
        [Right.SeeMessages] = "HO",
        [Right.SeeTeam] = "HOm",
        [Right.ChangeTeam] = "HOm",
    };

    public static TheoryData<Right> Rights => [.. Enum.GetValues<Right>()];

    [Theory]
    [MemberData(nameof(Rights))]
    public void Each_role_has_the_rights_of_the_table_and_no_other(Right right)
    {
        var row = Table[right];
        foreach (var (letter, role) in new[] { ('H', Roles.Hr), ('O', Roles.Owner), ('W', Roles.WorksCouncil), ('-', Roles.Expert), ('-', Roles.None) })
        {
            var who = Who(role);
            Assert.Equal((role, row.Contains(letter)), (role, Access.May(who, right)));
            Assert.Equal((role, row.Contains(letter)), (role, Access.May(who, right, Phones, Tree)));
            Assert.False(Access.May(who with { HasLeft = true }, right));
            Assert.False(Access.May(who with { IsBot = true }, right, Phones, Tree));
        }
        var manager = Who() with { Manages = [Team(Sales)] };
        Assert.False(Access.May(manager, right));
        Assert.Equal(row.Contains('m'), Access.May(manager, right, Sales, Tree));
        Assert.Equal(row.Contains('m'), Access.May(manager, right, Phones, Tree));
        Assert.False(Access.May(manager, right, Company, Tree));
        Assert.False(Access.May(manager, right, Office, Tree));
        Assert.False(Access.May(manager, right, Guid.CreateVersion7(), Tree));
        Assert.False(Access.May(manager with { HasLeft = true }, right, Sales, Tree));
        var deputy = Who() with { StandsInFor = [Team(Sales)] };
        Assert.Equal(row.Contains('m'), Access.May(deputy, right, Phones, Tree));
        Assert.False(Access.May(deputy, right, Office, Tree));
    }

    [Fact]
    public void Several_roles_add_up()
    {
        var who = Who(Roles.WorksCouncil | Roles.Expert) with { Manages = [Team(Office)] };
        Assert.True(Access.May(who, Right.SeeRules));
        Assert.True(Access.May(who, Right.SeeTeam, Office, Tree));
        Assert.False(Access.May(who, Right.SeePeople));
    }

    [Fact]
    public void Whoever_manages_and_stands_in_leads_each_team_once()
    {
        var who = Who() with { Manages = [Team(Sales)], StandsInFor = [Team(Office), Team(Sales)] };
        Assert.Equal([Sales, Office], Access.Leads(who).Select(team => team.Id));
        Assert.Empty(Access.Leads(who with { HasLeft = true }));
    }

    [Fact]
    public void The_tree_knows_what_is_above_and_below_the_nearest_first()
    {
        Assert.Equal([Sales, Company], Tree.Above(Phones));
        Assert.Empty(Tree.Above(Company));
        Assert.Equal([Sales, Office, Phones], Tree.Below(Company));
        Assert.Empty(Tree.Below(Phones));
        Assert.Empty(Tree.Above(Guid.CreateVersion7()));
    }

    [Fact]
    public void Teams_in_a_circle_or_below_nothing_do_no_harm()
    {
        var (one, two, three, lost, self) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var tree = new TeamTree([(one, three), (two, one), (three, two), (lost, Guid.CreateVersion7()), (self, self)]);
        Assert.Equal([three, two], tree.Above(one));
        Assert.Equal([two, three], tree.Below(one));
        Assert.Empty(tree.Above(lost));
        Assert.Empty(tree.Above(self));
        Assert.Empty(tree.Below(self));
    }

    static MemberInfo Who(Roles roles = Roles.None) => new(Guid.CreateVersion7(), "Somebody") { Roles = roles };

    static TeamInfo Team(Guid id) => new(id, "A team", null, null);
}

/// <summary>The tree as it stands in the database.</summary>
[Trait("Database", "Both")]
public sealed class TeamTreeTests : OverTheDatabase
{
    [Fact]
    public async Task Somebody_who_manages_a_team_sets_the_channel_of_those_below_it_too()
    {
        var (mia, ben) = (await Bot.Member("Mia Storm", team: "Care", leads: true), await Bot.Member("Ben Lake", team: "Night care", leads: true));
        await Bot.Do(async db =>
        {
            var teams = await db.Teams.ToDictionaryAsync(team => team.Name);
            teams["Night care"].ParentId = teams["Care"].Id;
        });
        Assert.Equal(["Care", "Night care"], await Offered(mia));
        Assert.Equal(["Night care"], await Offered(ben));
    }

    async Task<IEnumerable<string>> Offered(Someone who) => (await Bot.Presses(who, new Ref(KudosChannel.OpenId))).Form.Fields
        .OfType<Field.Pick>().Single(field => field.Id == KudosChannel.TeamField).Choices.Select(choice => choice.Label.Plain(Reader.Plain));
}
