using ServiceCulture.Cards;
using ServiceCulture.Cards.Programmes;

namespace ServiceCulture.Tests.Programmes;

/// <summary>What HR sees of programmes, switches and a dry run, in every dialect.</summary>
public sealed class ApprovedProgrammeTests
{
    static readonly EditProgramme Mornings = new("Mornings", ["t1"], ["expert"], ["Kiel"], "six-needs/en", ["monday", "friday"], new("08:30", "10:00", "4", "2", "20:00", "07:00", "2026-03-09", ""), EditProgramme.Save);

    [Fact]
    public void The_list() => Dialects.Match("programmes-list", ProgrammeList.Form([("p1", "Mornings", false, ProgrammeStanding.On), ("p2", "Fridays", true, ProgrammeStanding.Draft)]));

    [Fact]
    public void A_check_in() => Dialects.Match("programmes-check-in", EditProgramme.Form("p1", 3, Mornings, new(false, ProgrammeStanding.On,
        [new("t1", $"Care"), new("t2", $"Billing")], [new("Kiel", $"Kiel")], [new("six-needs/en", $"Six needs (en)", $"Always what is published; now version 1")])));

    [Fact]
    public void A_pulse_without_teams_and_sites() => Dialects.Match("programmes-pulse", EditProgramme.Form(ProgrammeList.NewPulse, 0, Mornings with { Name = "", Pack = EditProgramme.Shipped }, new(true, ProgrammeStanding.Draft, [], [], [new(EditProgramme.Shipped, $"As shipped (en)"), new("woche/de", $"Unsere Woche (de)", $"Always what is published; now version 1")])));

    [Fact]
    public void Saved() => Dialects.Match("programmes-saved", EditProgramme.Saved("p1", "Mornings", ProgrammeStanding.On));

    [Fact]
    public void The_sites() => Dialects.Match("features-sites", FeatureSites.Form([("Bonn", 0), ("Kiel", 2)]));

    [Fact]
    public void A_site() => Dialects.Match("features-site", SiteFeatures.Form("Kiel", 3, ["kudos", "check-ins", "pulse", "rough", "phrases"], ["check-ins"]));

    [Fact]
    public void A_dry_run() => Dialects.Match("dryrun", DryRun.Of("Mornings", ProgrammeStanding.Draft, new(2026, 3, 23), new(2026, 4, 5),
    [
        new("Europe/Berlin", [new(new(2026, 3, 29), 60)], [new([new(2026, 3, 23), new(2026, 3, 24), new(2026, 3, 27)], [(8, 12), (9, 4)]), new([new(2026, 3, 28)], [(23, 5)])]),
        new("Australia/Lord_Howe", [new(new(2026, 4, 5), -30)], [new([new(2026, 3, 24)], [(9, 1)])]),
    ], 3, isHr: true));

    public static TheoryData<string, Card> Said => new()
    {
        { "programmes-saved-draft", EditProgramme.Saved("p1", "Mornings", ProgrammeStanding.Draft) },
        { "programmes-saved-paused", EditProgramme.Saved("p1", "Mornings", ProgrammeStanding.Paused) },
        { "programmes-saved-ended", EditProgramme.Saved("p1", "Mornings", ProgrammeStanding.Ended) },
        { "features-saved", SiteFeatures.Saved("Kiel", ["check-ins", "rough"]) },
        { "features-saved-all", SiteFeatures.Saved("Kiel", []) },
        { "dryrun-pick", DryRun.Pick([("p1", "Mornings"), ("p2", "Fridays")], isHr: true) },
        { "dryrun-nothing", DryRun.Pick([], isHr: false) },
        { "dryrun-none", DryRun.None("Evenings") },
        { "dryrun-nobody", DryRun.Of("Fridays", ProgrammeStanding.On, new(2026, 3, 23), new(2026, 4, 5), [], 1, isHr: false) },
    };

    [Theory(DisableDiscoveryEnumeration = true), MemberData(nameof(Said))]
    public void What_is_said(string name, Card card) => Dialects.Match(name, card);
}
