using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Enforcement.Embedded;

/// <summary>Wakes grains. The table is the truth; what is here is only who comes next.</summary>
internal sealed class ReminderService : IDisposable
{
    private readonly Silo _silo;
    private readonly IReminderTable? _table;
    private readonly TimeProvider _time;
    private readonly TimeSpan _shortest;
    private readonly ReminderSchedule _schedule;

    public ReminderService(Silo silo)
    {
        _silo = silo;
        _table = silo.Services.GetService<IReminderTable>();
        _time = silo.Services.GetKeyedService<TimeProvider>(SiloNames.ReminderTime) ?? silo.Time;
        _shortest = silo.Services.GetRequiredService<IOptions<ReminderOptions>>().Value.MinimumReminderPeriod;
        _schedule = new ReminderSchedule(_time, TickAsync);
    }

    private IReminderTable Table =>
        _table ?? throw new InvalidOperationException("No reminder service is configured: call UseInMemoryReminderService or register an IReminderTable.");

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (_table is null)
        {
            return;
        }

        await _table.StartAsync(cancellationToken);
        foreach (var entry in (await _table.ReadRows(0, 0)).Reminders)
        {
            _schedule.Set(entry);
        }
    }

    public int Begin() => _schedule.Begin();

    public void End() => _schedule.Dispose();

    public Task CloseAsync(CancellationToken cancellationToken) => _table?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public void Dispose() => _schedule.Dispose();

    public async Task<IGrainReminder> Register(GrainId grainId, string name, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(dueTime), "A reminder cannot be due in the past.");
        }

        if (period < _shortest)
        {
            throw new ArgumentException($"The period {period} of reminder {name} of grain {grainId} is shorter than the minimum of {_shortest}.", nameof(period));
        }

        var entry = new ReminderEntry { GrainId = grainId, ReminderName = name, StartAt = _time.GetUtcNow().UtcDateTime.Add(dueTime), Period = period };
        entry.ETag = await Table.UpsertRow(entry);
        _schedule.Set(entry);
        return new Reminder(entry);
    }

    public async Task Unregister(IGrainReminder reminder)
    {
        var entry = (reminder as Reminder)?.Entry ?? throw new ArgumentException("The reminder was not made by this engine.", nameof(reminder));
        if (!await Table.RemoveRow(entry.GrainId, entry.ReminderName, entry.ETag!))
        {
            throw new ReminderException($"Could not unregister reminder {entry} from the reminder table, due to tag mismatch. You can retry.");
        }

        _schedule.Remove(entry);
    }

    public async Task<IGrainReminder?> Get(GrainId grainId, string name) =>
        await Table.ReadRow(grainId, name) is { } entry ? new Reminder(entry) : null;

    public async Task<List<IGrainReminder>> GetAll(GrainId grainId) =>
        [.. (await Table.ReadRows(grainId)).Reminders.Select(entry => new Reminder(entry))];

    private async Task TickAsync(ReminderEntry entry, DateTime due)
    {
        if (_silo.Classes.Named(entry.GrainId.Type) is not { } grainClass || !typeof(IRemindable).IsAssignableFrom(grainClass.Type))
        {
            Log.ReminderOrphaned(_silo.Logger, entry.ReminderName, entry.GrainId);
            return;
        }

        try
        {
            var now = _time.GetUtcNow().UtcDateTime;
            Telemetry.TickLateness.Record((now - due).TotalSeconds);
            var method = _silo.Classes.Interface(typeof(IRemindable)).Methods.Single();
            await (Task)method.Send(_silo, grainClass, entry.GrainId.Key.ToString(), [entry.ReminderName, new TickStatus(entry.StartAt, entry.Period, now)]);
            Telemetry.Ticks.Add(1);
        }
        catch (Exception exception)
        {
            Log.ReminderFailed(_silo.Logger, exception, entry.ReminderName, entry.GrainId);
        }
    }

    private sealed class Reminder(ReminderEntry entry) : IGrainReminder
    {
        public ReminderEntry Entry => entry;

        public string ReminderName => entry.ReminderName;
    }
}
