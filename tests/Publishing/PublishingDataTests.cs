using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Features.Publishing;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Publishing;

/// <summary>What publishing keeps of a person, how it leaves and how it goes.</summary>
public sealed class PublishingDataTests : OverTheDatabase
{
    static readonly Guid Mira = Guid.NewGuid(), Other = Guid.NewGuid();

    readonly PublishingData _data = new();

    [Fact]
    public async Task A_person_reads_to_which_questions_they_were_counted()
    {
        await Sit((Mira, "respect", 1), (Mira, "balance", 4), (Other, "feedback", 2));
        Assert.Equal("""["balance","respect"]""", await Exported(Mira));
        Assert.Equal("[]", await Exported(Guid.NewGuid()));
    }

    [Fact]
    public async Task Erased_the_seat_stays_and_is_nobodys()
    {
        await Sit((Mira, "respect", 1), (Other, "respect", 2));
        await Bot.Do(db => _data.Erase(db, Mira, new Erasure(false, Bot.Clock.Now), default));
        Assert.Equal([null, Other], await Seats());
        await Bot.Do(db => _data.Erase(db, Mira, new Erasure(false, Bot.Clock.Now), default));
        Assert.Equal([null, Other], await Seats());
    }

    [Fact]
    public async Task Merged_the_seat_goes_along_unless_the_other_has_one()
    {
        await Sit((Mira, "respect", 1), (Mira, "balance", 2), (Other, "balance", 3));
        await Bot.Do(db => _data.Move(db, new Merged(Mira, Other, null, null), default));
        Assert.Equal([Other, null, Other], await Seats());
    }

    Task Sit(params (Guid Member, string Question, int Place)[] seats) => Bot.Do(db =>
    {
        db.AddRange(seats.Select(seat => new CountedSeat { Question = seat.Question, Block = 0, Place = seat.Place, MemberId = seat.Member }));
        return Task.CompletedTask;
    });

    Task<List<Guid?>> Seats() => Bot.Read(db => db.CountedSeats.OrderBy(seat => seat.Place).Select(seat => seat.MemberId).ToListAsync());

    async Task<string> Exported(Guid member)
    {
        using var bytes = new MemoryStream();
        await using (var json = new Utf8JsonWriter(bytes))
            await Bot.Read(async db =>
            {
                await _data.Export(db, member, null, json, default);
                return true;
            });
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
