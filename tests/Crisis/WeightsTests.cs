using ServiceCulture.Bot.Features.Crisis;

namespace ServiceCulture.Tests.Crisis;

public sealed class WeightsTests
{
    [Fact]
    public void Weights_come_back_as_they_were_written_to_half_a_step()
    {
        using var file = new MemoryStream();
        Weights.Of(new Dictionary<string, float> { ["w rope"] = 2.5f, ["w parcel"] = -1.2f, ["w the"] = 0.01f, ["bias"] = -9 }).Write(file);
        using var again = new MemoryStream(file.ToArray());
        var weights = Weights.Read(again);
        Assert.Equal(2.5f, weights[new Sign("w", "rope").Number], Weights.Step / 2);
        Assert.Equal(-1.2f, weights[new Sign("w", "parcel").Number], Weights.Step / 2);
        Assert.Equal(-127 * Weights.Step, weights[Sign.Bias.Number], Weights.Step / 2);
        Assert.Equal(0, weights[new Sign("w", "the").Number]);
        Assert.Equal(0, weights[new Sign("w", "unheard").Number]);
    }
}
