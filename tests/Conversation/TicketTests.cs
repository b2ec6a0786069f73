using System.Buffers.Text;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Cards;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Conversation;

public sealed class TicketTests
{
    static readonly Tickets Ours = new(new byte[32], new FakeClock());
    static readonly Ticket Whole = new(new Ref("kudos.undo", "0198c0de-0000-7000-8000-000000000001", 7), new Address(3, PlaceKind.Channel, "C-floor", "T-1"), Guid.Parse("0198c0de-0000-7000-8000-000000000002"));

    [Fact]
    public void What_was_sealed_is_what_opens()
    {
        foreach (var ticket in new[] { Whole, Whole with { For = null }, Whole with { Where = new Address(1, PlaceKind.Person, "U1") }, Whole with { About = new Ref("a.b") } })
            Assert.Equal(ticket, Ours.Open(Ours.Seal(ticket)));
    }

    [Fact]
    public void Any_bit_altered_and_it_never_opens()
    {
        var bytes = Base64Url.DecodeFromChars(Ours.Seal(Whole));
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(Ours.Open(Base64Url.EncodeToString(bytes)));
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
        Assert.NotNull(Ours.Open(Base64Url.EncodeToString(bytes)));
    }

    [Fact]
    public void Cut_or_lengthened_it_never_opens()
    {
        var sealedText = Ours.Seal(Whole);
        for (var length = 0; length < sealedText.Length; length++)
            Assert.Null(Ours.Open(sealedText[..length]));
        Assert.Null(Ours.Open(sealedText + "AAAA"));
        Assert.Null(Ours.Open("AAAA" + sealedText));
    }

    [Fact]
    public void Another_deployments_ticket_never_opens() =>
        Assert.Null(Ours.Open(new Tickets([.. Enumerable.Repeat((byte)1, 32)], new FakeClock()).Seal(Whole)));

    [Fact]
    public void No_string_however_odd_opens_or_throws()
    {
        Assert.Null(Ours.Open(null));
        Assert.Null(Ours.Open(new string('A', 100_000)));
        Assert.All(Fixtures.NaughtyStrings(), text => Assert.Null(Ours.Open(text)));
    }

    [Fact]
    public void Whatever_a_place_is_called_it_comes_back()
    {
        foreach (var id in Fixtures.NaughtyStrings().Where(text => text.Length < 200 && !text.Any(char.IsSurrogate)))
        {
            var ticket = Whole with { Where = new Address(1, PlaceKind.Group, id) };
            Assert.Equal(ticket, Ours.Open(Ours.Seal(ticket)));
        }
    }
}
