using System.Text;
using Microsoft.Extensions.Primitives;
using ServiceCulture.Slack;

namespace ServiceCulture.Tests.Slack;

public sealed class RequestSignatureTests
{
    static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"type":"url_verification","challenge":"grüße"}""");
    static readonly string Signature = SlackSigned.Sign(SlackSigned.Timestamp, Body);

    static SignatureRefusal Why(IReadOnlyList<string?> timestamps, IReadOnlyList<string?> signatures, byte[]? body = null)
    {
        var verified = SlackSigned.Verifier().Verify(timestamps, signatures, null, body ?? Body, out var why);
        Assert.Equal(why == SignatureRefusal.None, verified is not null);
        return why;
    }

    static SignatureRefusal WhyAt(long secondsFromNow)
    {
        var timestamp = (SlackSigned.Now.ToUnixTimeSeconds() + secondsFromNow).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Why([timestamp], [SlackSigned.Sign(timestamp, Body)]);
    }

    [Fact]
    public void the_example_of_slacks_documentation_is_accepted()
    {
        // From "Verifying requests from Slack": secret, timestamp, body and signature as printed there.
        var body = Encoding.UTF8.GetBytes(
            "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA"
            + "&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c");
        var clock = new ClockAt(1531420618);
        var verified = new RequestSignature(SlackSigned.Secret, clock).Verify(
            ["1531420618"], ["v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"], SlackSigned.FormType, body, out var why);

        Assert.Equal(SignatureRefusal.None, why);
        Assert.True(verified!.Body.Span.SequenceEqual(body));
        Assert.Equal(SlackSigned.FormType, verified.ContentType);
    }

    [Fact]
    public void header_values_of_aspnet_are_taken_as_they_are() =>
        Assert.NotNull(SlackSigned.Verifier().Verify(new StringValues(SlackSigned.Timestamp), new StringValues(Signature), null, Body, out _));

    [Fact]
    public void the_body_is_not_copied()
    {
        var verified = SlackSigned.Verifier().Verify([SlackSigned.Timestamp], [Signature], null, Body, out _);
        Assert.True(verified!.Body.Equals(Body.AsMemory()));
    }

    [Fact]
    public void every_altered_byte_of_the_body_is_refused()
    {
        for (var at = 0; at < Body.Length; at++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var altered = Body.ToArray();
                altered[at] ^= (byte)(1 << bit);
                Assert.Equal(SignatureRefusal.Mismatch, Why([SlackSigned.Timestamp], [Signature], altered));
            }
        }
    }

    [Fact]
    public void a_shorter_or_longer_body_is_refused()
    {
        Assert.Equal(SignatureRefusal.Mismatch, Why([SlackSigned.Timestamp], [Signature], Body[..^1]));
        Assert.Equal(SignatureRefusal.Mismatch, Why([SlackSigned.Timestamp], [Signature], [.. Body, 0]));
        Assert.Equal(SignatureRefusal.Mismatch, Why([SlackSigned.Timestamp], [Signature], []));
    }

    [Fact]
    public void every_altered_character_of_the_signature_is_refused()
    {
        for (var at = 0; at < Signature.Length; at++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var altered = Signature.ToCharArray();
                altered[at] = (char)(altered[at] ^ (1 << bit));
                Assert.NotEqual(SignatureRefusal.None, Why([SlackSigned.Timestamp], [new string(altered)]));
            }
        }
    }

    [Fact]
    public void every_altered_character_of_the_timestamp_is_refused()
    {
        for (var at = 0; at < SlackSigned.Timestamp.Length; at++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var altered = SlackSigned.Timestamp.ToCharArray();
                altered[at] = (char)(altered[at] ^ (1 << bit));
                Assert.NotEqual(SignatureRefusal.None, Why([new string(altered)], [Signature]));
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(-300)]
    public void up_to_five_minutes_from_now_is_fresh(long seconds) => Assert.Equal(SignatureRefusal.None, WhyAt(seconds));

    [Theory]
    [InlineData(301)]
    [InlineData(-301)]
    [InlineData(86_400)]
    [InlineData(-86_400)]
    public void more_than_five_minutes_from_now_is_stale(long seconds) => Assert.Equal(SignatureRefusal.Stale, WhyAt(seconds));

    [Fact]
    public void a_missing_header_is_refused()
    {
        Assert.Equal(SignatureRefusal.NoTimestamp, Why([], [Signature]));
        Assert.Equal(SignatureRefusal.NoTimestamp, Why([null], [Signature]));
        Assert.Equal(SignatureRefusal.NoTimestamp, Why([""], [Signature]));
        Assert.Equal(SignatureRefusal.NoSignature, Why([SlackSigned.Timestamp], []));
        Assert.Equal(SignatureRefusal.NoSignature, Why([SlackSigned.Timestamp], [null]));
        Assert.Equal(SignatureRefusal.NoSignature, Why([SlackSigned.Timestamp], [""]));
    }

    [Fact]
    public void a_repeated_header_is_refused_even_when_its_values_are_right()
    {
        Assert.Equal(SignatureRefusal.RepeatedHeader, Why([SlackSigned.Timestamp, SlackSigned.Timestamp], [Signature]));
        Assert.Equal(SignatureRefusal.RepeatedHeader, Why([SlackSigned.Timestamp], [Signature, Signature]));
        Assert.Equal(SignatureRefusal.RepeatedHeader, Why([SlackSigned.Timestamp], ["v0=00", Signature]));
    }

    [Theory]
    [InlineData("+1795309485")]
    [InlineData("-1795309485")]
    [InlineData(" 1795309485")]
    [InlineData("1795309485 ")]
    [InlineData("1795309485.0")]
    [InlineData("1795309485,1795309485")]
    [InlineData("1.795309485e9")]
    [InlineData("0x6B025B6D")]
    [InlineData("１７９５３０９４８５")]
    [InlineData("1795309485\0")]
    [InlineData("now")]
    [InlineData("99999999999999999999999999")]
    public void a_timestamp_that_is_not_plain_digits_is_refused_even_when_signed(string timestamp) =>
        Assert.Equal(SignatureRefusal.BadTimestamp, Why([timestamp], [SlackSigned.Sign(timestamp, Body)]));

    [Theory]
    [InlineData("v0=")]
    [InlineData("v0")]
    [InlineData("=")]
    [InlineData("v0=zz")]
    [InlineData("v0=gggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg")]
    [InlineData("v0=üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü")]
    public void a_signature_of_another_form_is_refused(string signature) =>
        Assert.Equal(SignatureRefusal.BadSignature, Why([SlackSigned.Timestamp], [signature]));

    [Fact]
    public void another_version_spelling_or_length_is_refused()
    {
        string[] others = [Signature[3..], "v1=" + Signature[3..], "V0=" + Signature[3..], Signature.ToUpperInvariant(), Signature + "0", Signature[..^1], " " + Signature];
        foreach (var other in others) Assert.Equal(SignatureRefusal.BadSignature, Why([SlackSigned.Timestamp], [other]));
    }

    [Fact]
    public void a_signature_made_with_another_secret_is_refused() =>
        Assert.Equal(SignatureRefusal.Mismatch, Why([SlackSigned.Timestamp], [SlackSigned.Sign(SlackSigned.Timestamp, Body, "another secret")]));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public void without_a_secret_there_is_no_verifier(string? secret) =>
        Assert.Throws<ArgumentException>(() => new RequestSignature(secret!, TimeProvider.System));

    sealed class ClockAt(long seconds) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeSeconds(seconds);
    }
}
