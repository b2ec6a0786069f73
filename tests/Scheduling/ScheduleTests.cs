using Quartz;
using ServiceCulture.Bot.Scheduling;

namespace ServiceCulture.Tests.Scheduling;

public sealed class ScheduleTests
{
    static readonly Type[] Jobs = [.. typeof(Schedule).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IJob)))];

    [Fact]
    public void Every_job_is_in_the_table_once() =>
        Assert.Equal(Jobs.Select(job => job.Name).Order(), Schedule.Jobs.Select(job => job.Type.Name).Order());

    [Fact]
    public void No_job_overlaps_itself() =>
        Assert.All(Jobs, job => Assert.True(job.IsDefined(typeof(DisallowConcurrentExecutionAttribute), true), job.Name));

    [Fact]
    public void Names_are_unique() => Assert.Equal(Schedule.Jobs.Count, Schedule.Jobs.Select(job => job.Name).Distinct().Count());
}
