using System.Diagnostics;
using System.Diagnostics.Metrics;
using Enforcement.Embedded.Tests.Conformance;
using Enforcement.Embedded.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Hosting;

namespace Enforcement.Embedded.Tests.Inside;

public sealed class SiloTests
{
    [Fact]
    public async Task Two_classes_with_one_grain_type_are_refused_at_start()
    {
        await using var host = await TestHost.StartAsync();
        var silo = host.Services.GetRequiredService<Silo>();
        var refused = Assert.Throws<OrleansConfigurationException>(() => new GrainClasses(silo, [typeof(TurnGrain), typeof(TurnGrain)]));
        Assert.Contains("conformance.turn", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Grains_cannot_be_called_before_the_host_has_started()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton<Probe>();
        builder.UseOrleans(_ => { });
        using var host = builder.Build();
        var grain = host.Services.GetRequiredService<IGrainFactory>().GetGrain<ITurnGrain>("a");
        await Assert.ThrowsAsync<InvalidOperationException>(() => grain.Get());
    }

    [Fact]
    public async Task After_the_stop_calls_are_refused_with_a_typed_exception()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Grain<ITurnGrain>("a");
        await grain.Get();
        await host.StopAsync();
        await Assert.ThrowsAsync<OrleansMessageRejectionException>(() => grain.Get());
        Assert.Empty(host.Services.GetRequiredService<Silo>().Activations);
    }

    [Fact]
    public async Task A_stuck_activation_is_left_behind_and_those_who_wait_are_served_by_the_next()
    {
        await using var host = await TestHost.StartAsync(silo => silo.Configure<SiloMessagingOptions>(options =>
        {
            options.ResponseTimeout = TimeSpan.FromSeconds(15);
            options.MaxRequestProcessingTime = TimeSpan.FromMilliseconds(300);
        }));
        var (grain, probe) = host.With<ITurnGrain>("a");
        var stuck = grain.Enter("never");
        await probe.Reached("never entered");
        Assert.Equal(2, await grain.ActivationNumber());
        Assert.False(stuck.IsCompleted);
        probe.Open("never");
        await stuck;
    }

    [Fact]
    public async Task An_activation_that_takes_too_long_fails_with_a_timeout()
    {
        await using var host = await TestHost.StartAsync(silo => silo.Configure<GrainCollectionOptions>(options => options.ActivationTimeout = TimeSpan.FromMilliseconds(200)));
        var failure = await Assert.ThrowsAsync<TimeoutException>(() => host.Grain<ILifeGrain>("fails once, slowly").ActivationNumber());
        Assert.Contains("not activated within", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deactivation_that_takes_too_long_is_cut_off()
    {
        await using var host = await TestHost.StartAsync(silo => silo.Configure<GrainCollectionOptions>(options => options.DeactivationTimeout = TimeSpan.FromMilliseconds(200)));
        var (grain, probe) = host.With<ILifeGrain>("slow end");
        probe.Open("gate");
        await grain.LeaveAfter("gate");
        await probe.Reached("ending");
        Assert.Equal(2, await grain.ActivationNumber());
        probe.Open("may end");
    }

    [Fact]
    public async Task A_constructor_that_throws_fails_the_activation_with_its_own_exception()
    {
        await using var host = await TestHost.StartAsync();
        var failure = await Assert.ThrowsAsync<NotSupportedException>(() => host.Grain<IUnbuildableGrain>("a").Call());
        Assert.Equal("cannot be built", failure.Message);
    }

    [Fact]
    public async Task A_trace_goes_on_into_the_grain()
    {
        var seen = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.Orleans.Application",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (seen)
                {
                    seen.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var host = await TestHost.StartAsync();
        using var request = new Activity("request").Start();
        await host.Grain<IErrorGrain>("trace").Failures();
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Grain<IErrorGrain>("trace").Fail("bad", own: false));
        request.Stop();

        lock (seen)
        {
            var own = seen.Where(activity => activity.TraceId == request.TraceId).ToList();
            Assert.Equal(["IErrorGrain/Failures", "IErrorGrain/Fail"], own.Select(activity => activity.OperationName));
            Assert.All(own, activity => Assert.Equal(request.SpanId, activity.ParentSpanId));
            Assert.Equal("conformance.error/trace", own[0].GetTagItem("orleans.grain.id"));
            Assert.Equal((ActivityStatusCode.Error, "bad"), (own[1].Status, own[1].StatusDescription));
        }
    }

    [Fact]
    public async Task Meters_count_calls_and_activations()
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == "Microsoft.Orleans")
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, measured, _, _) =>
        {
            lock (counts)
            {
                counts[instrument.Name] = counts.GetValueOrDefault(instrument.Name) + measured;
            }
        });
        listener.Start();
        await using (var host = await TestHost.StartAsync())
        {
            await host.Grain<ITurnGrain>("a").Get();
            await host.Grain<ITurnGrain>("a").Get();
        }

        lock (counts)
        {
            Assert.True(counts["orleans-app-requests"] >= 2);
            Assert.True(counts["orleans-catalog-activation-created"] >= 1);
            Assert.True(counts["orleans-catalog-activation-destroyed"] >= 1);
        }
    }
}

internal interface IUnbuildableGrain : IGrainWithStringKey
{
    Task Call();
}

[GrainType("inside.unbuildable")]
internal sealed class UnbuildableGrain : Grain, IUnbuildableGrain
{
    public UnbuildableGrain() => throw new NotSupportedException("cannot be built");

    public Task Call() => Task.CompletedTask;
}
