using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Runtime;

namespace Enforcement.Embedded;

/// <summary>The engine of one process: knows the grain classes, carries calls, starts and stops with the host.</summary>
internal sealed class Silo : IHostedService, IDisposable
{
    // An activation that ends hands a call on; one that keeps meeting ending activations is refused.
    private const int MostForwards = 8;
    private readonly Housekeeping _housekeeping;
    private volatile Phase _phase;

    public Silo(IServiceProvider services, GrainAssemblies assemblies, IOptions<SiloMessagingOptions> messaging, IOptions<GrainCollectionOptions> collection, ILogger<Silo> logger)
    {
        Services = services;
        Messaging = messaging.Value;
        Collection = collection.Value;
        Logger = logger;
        Time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        Factory = new GrainFactory(this, services);
        Reminders = new ReminderService(this);
        Classes = new GrainClasses(this, assemblies.GrainTypes());
        Strict = services.GetService<StrictMode>();
        _housekeeping = new Housekeeping(this);
    }

    private enum Phase
    {
        Created,
        Running,
        Draining,
        Stopped,
    }

    public IServiceProvider Services { get; }

    public SiloMessagingOptions Messaging { get; }

    public GrainCollectionOptions Collection { get; }

    public ILogger Logger { get; }

    public TimeProvider Time { get; }

    public GrainFactory Factory { get; }

    public GrainClasses Classes { get; }

    public ReminderService Reminders { get; }

    /// <summary>Only in tests.</summary>
    public StrictMode? Strict { get; }

    public IEnumerable<Activation> Activations => Classes.All.SelectMany(grainClass => grainClass.Activations);

    public void Send(Call call)
    {
        Telemetry.Requests.Add(1);
        if (Refusal() is { } refusal)
        {
            Telemetry.Rejected.Add(1);
            call.Fail(refusal);
        }
        else if (Strict is { } strict)
        {
            strict.Send(call);
        }
        else
        {
            call.Target.Receive(call);
        }
    }

    public void Forward(Call call)
    {
        if (++call.Forwards > MostForwards)
        {
            Telemetry.Rejected.Add(1);
            call.Fail(new OrleansMessageRejectionException($"{call} met {call.Forwards} ending activations."));
        }
        else if (_phase is Phase.Running)
        {
            call.Target.Receive(call);
        }
        else
        {
            call.Fail(Stopping());
        }
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await Reminders.OpenAsync(cancellationToken);
        _phase = Phase.Running;
        _housekeeping.Start();
        Log.Started(Logger, Classes.All.Count, Reminders.Begin());
    }

    /// <summary>Refuses calls from outside, lets running requests end, then ends every activation.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_phase != Phase.Running)
        {
            return;
        }

        _phase = Phase.Draining;
        Reminders.End();
        try
        {
            // What a grain wakes while it ends is ended in the next round.
            while (Activations.ToList() is { Count: > 0 } living)
            {
                living.ForEach(activation => activation.Deactivate(new(DeactivationReasonCode.ShuttingDown, "The process stops.")));
                await Task.WhenAll(living.Select(activation => activation.Deactivated)).WaitAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            Log.NotDrained(Logger, Activations.Count());
        }

        _phase = Phase.Stopped;
        _housekeeping.Dispose();
        await Reminders.CloseAsync(cancellationToken);
    }

    public void Dispose() => _housekeeping.Dispose();

    private static OrleansMessageRejectionException Stopping() => new("The silo is stopping and takes no more calls.");

    private Exception? Refusal() => _phase switch
    {
        Phase.Running => null,
        Phase.Draining when Turns.Current is not null => null,
        Phase.Created => new InvalidOperationException("The silo has not been started yet: start the host before grains are called."),
        _ => Stopping(),
    };
}
