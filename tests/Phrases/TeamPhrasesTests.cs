using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Phrases;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Phrases;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Phrases;

/// <summary>A team's own phrases: added, seen by that team alone, changed and taken out by those who may.</summary>
public sealed class TeamPhrasesTests : OverTheDatabase
{
    const string Words = "Shall I keep the counter free for you until five?";

    Someone _mira = null!, _ben = null!, _petra = null!, _other = null!, _hr = null!;

    private protected override async Task Arrange()
    {
        (_petra, _mira, _ben) = (await Bot.Member("Petra Lind", team: "Front desk", leads: true), await Bot.Member("Mira Solano", team: "Front desk"), await Bot.Member("Ben Okafor", team: "Front desk"));
        (_other, _hr) = (await Bot.Member("Noor Dijk", team: "Phone line", leads: true), await Bot.Member("Ines Moreau", roles: Roles.Hr));
    }

    [Fact]
    public async Task What_somebody_adds_their_team_sees_and_nobody_else()
    {
        Assert.Contains("Everybody in Front desk finds it now", (await Adds(_mira)).Words);
        var seen = (await Bot.Types(_ben, "phrases waiting")).Words;
        Assert.Contains($"“{Words}” You may offer: A slot at the counter. (Control; from Front desk)", seen);
        Assert.DoesNotContain("Mira", seen);
        Assert.Contains(Words, (await Bot.Types(_petra, "phrases waiting")).Words);
        Assert.DoesNotContain(Words, (await Bot.Types(_other, "phrases waiting")).Words);
        Assert.DoesNotContain(Words, (await Bot.Types(_ben, "phrases fury")).Words);
    }

    [Fact]
    public async Task Every_field_has_its_limit_and_its_reason_and_keeps_what_was_typed()
    {
        var form = await OpensAdd(_mira);
        var wrong = await Bot.Submits(_mira, form, (AddPhrase.WordsField, "short"), (AddPhrase.OfferField, new string('x', 301)), (AddPhrase.SituationField, "picnic"), (AddPhrase.ValueField, "greed"));
        Assert.Contains("at least 10 characters", wrong.Fault(AddPhrase.WordsField));
        Assert.Contains("it has 301", wrong.Fault(AddPhrase.OfferField));
        Assert.Contains("Pick when", wrong.Fault(AddPhrase.SituationField));
        Assert.Contains("Pick the value", wrong.Fault(AddPhrase.ValueField));
        Assert.Equal("short", wrong.Holds(AddPhrase.WordsField));
        Assert.Equal(301, wrong.Holds(AddPhrase.OfferField).Length);
        Assert.Contains("it has 301", (await Bot.Submits(_mira, wrong, (AddPhrase.WordsField, new string('x', 301)))).Fault(AddPhrase.WordsField));
        Assert.Equal(0, await OwnRows());
    }

    [Fact]
    public async Task A_phrase_that_is_there_already_and_one_too_many_are_refused()
    {
        await Adds(_mira);
        Assert.Contains("there already", (await Adds(_ben, Words.ToUpperInvariant())).Fault(AddPhrase.WordsField));
        await Bot.Do(db =>
        {
            var team = db.Teams.Single(one => one.Name == "Front desk").Id;
            for (var n = 1; n < PhraseChecks.MostOfTeam; n++)
                db.Add(Row($"own-{n}", team));
            return Task.CompletedTask;
        });
        Assert.Contains("Take one out first", (await Adds(_ben, "Another good sentence.")).Fault(AddPhrase.SituationField));
    }

    [Fact]
    public async Task The_same_form_sent_twice_adds_one()
    {
        var form = await OpensAdd(_mira);
        await Fills(_mira, form, Words, "E-1");
        await Fills(_mira, form, Words, "E-1");
        Assert.Contains("there already", (await Fills(_mira, form, Words, "E-2")).Fault(AddPhrase.WordsField));
        Assert.Equal(1, await OwnRows());
    }

    [Fact]
    public async Task Who_is_in_no_team_can_add_none()
    {
        Assert.DoesNotContain((await Bot.Types(_hr, "phrases waiting")).Buttons, label => label.StartsWith("Add", StringComparison.Ordinal));
        Assert.Contains("no team that I know of", (await Bot.Presses(_hr, new Ref(AddPhrase.OpenId, "waiting"))).Words);
    }

    [Fact]
    public async Task Who_added_it_changes_it_and_withdraws_it()
    {
        await Adds(_mira);
        var edit = await Edits(_mira);
        Assert.Equal(Words, edit.Holds(AddPhrase.WordsField));
        Assert.Contains("at least 10", (await Bot.Submits(_mira, edit, (AddPhrase.WordsField, "no"))).Fault(AddPhrase.WordsField));
        Assert.StartsWith("Changed", (await Bot.Submits(_mira, edit, (AddPhrase.WordsField, "Shall I keep a seat for you?"))).Words);
        Assert.Contains("Shall I keep a seat for you?", (await Bot.Types(_ben, "phrases waiting")).Words);

        var stale = await Bot.Submits(_mira, edit, (AddPhrase.WordsField, "Something else by now."));
        Assert.Contains("changed elsewhere", stale.Fault(AddPhrase.WordsField));
        Assert.Equal("Something else by now.", stale.Holds(AddPhrase.WordsField));

        Assert.StartsWith("Taken out", (await Bot.Submits(_mira, await Edits(_mira), (EditPhrase.TakeOutField, "yes"))).Words);
        Assert.DoesNotContain("keep a seat", (await Bot.Types(_ben, "phrases waiting")).Words);
        Assert.Contains("no longer there", (await Bot.Submits(_mira, edit, (AddPhrase.WordsField, "Back from the dead."))).Words);
        Assert.Empty(await Bot.Read(db => db.Audit.ToListAsync()));
    }

    [Fact]
    public async Task The_team_s_manager_and_hr_take_it_out_but_do_not_rewrite_it()
    {
        await Adds(_mira);
        var edit = await Edits(_petra);
        Assert.DoesNotContain(edit.Form.Fields, field => field is Field.Line);
        Assert.Contains("Tick this", (await Bot.Submits(_petra, edit, (AddPhrase.WordsField, "My own words instead."))).Fault(EditPhrase.TakeOutField));
        Assert.Contains(Words, (await Bot.Types(_ben, "phrases waiting")).Words);
        Assert.StartsWith("Taken out", (await Bot.Submits(_petra, edit, (EditPhrase.TakeOutField, "yes"))).Words);
        var entry = await Bot.Read(db => db.Audit.SingleAsync());
        Assert.Equal((_petra.Id, _mira.Id, EditPhrase.Id), (entry.Actor, entry.About, entry.Act));

        await Adds(_ben, "We have coffee by the window.");
        Assert.StartsWith("Taken out", (await Bot.Submits(_hr, await Edits(_hr), (EditPhrase.TakeOutField, "yes"))).Words);
    }

    [Fact]
    public async Task A_colleague_and_another_team_s_manager_change_nothing()
    {
        await Adds(_mira);
        var edit = await Edits(_mira);
        Assert.DoesNotContain("Change or take one out", (await Bot.Types(_ben, "phrases waiting")).Buttons);
        foreach (var somebody in new[] { _ben, _other })
        {
            Assert.Contains("no longer there", (await Bot.Presses(somebody, new Ref(ChangePhrases.OpenId, "waiting"))).Words);
            Assert.Contains("no longer there", (await Bot.Submits(somebody, edit with { Who = somebody.Id }, (EditPhrase.TakeOutField, "yes"))).Words);
        }
        Assert.Equal(1, await Bot.Read(db => db.Phrases.CountAsync(phrase => phrase.Origin == Origin.Own && phrase.ArchivedAt == null)));
    }

    [Fact]
    public async Task Hr_takes_out_a_shipped_one()
    {
        var list = await Bot.Presses(_hr, new Ref(ChangePhrases.OpenId, "fury"));
        var phrase = list.Form.Fields.OfType<Field.Pick>().Single().Choices[0].Value;
        await Bot.Submits(_hr, await Bot.Submits(_hr, list, (ChangePhrases.PhraseField, phrase)), (EditPhrase.TakeOutField, "yes"));
        Assert.NotNull((await Bot.Read(db => db.Phrases.SingleAsync(one => one.Id == phrase))).ArchivedAt);
        Assert.Contains("Pick the phrase", (await Bot.Submits(_hr, list)).Fault(ChangePhrases.PhraseField));
    }

    async Task<Heard> OpensAdd(Someone who) => await Bot.Presses(who, await Bot.Types(who, "phrases waiting"), $"Add one for Front desk");

    async Task<Heard> Adds(Someone who, string words = Words) => await Fills(who, await OpensAdd(who), words);

    Task<Heard> Fills(Someone who, Heard form, string words, string? eventId = null) => Bot.Submits(who, form, eventId,
        (AddPhrase.SituationField, "waiting"), (AddPhrase.WordsField, words), (AddPhrase.OfferField, "A slot at the counter."), (AddPhrase.ValueField, "control"));

    async Task<Heard> Edits(Someone who)
    {
        var list = await Bot.Presses(who, new Ref(ChangePhrases.OpenId, "waiting"));
        var phrase = list.Form.Fields.OfType<Field.Pick>().Single().Choices[0].Value;
        return await Bot.Submits(who, list, (ChangePhrases.PhraseField, phrase));
    }

    Task<int> OwnRows() => Bot.Read(db => db.Phrases.CountAsync(phrase => phrase.Origin == Origin.Own));

    static Phrase Row(string id, Guid team) => new() { Id = id, Language = "en", Origin = Origin.Own, Version = 1, Situation = "fury", ValueId = "control", Words = $"Words of {id}", TeamId = team };
}
