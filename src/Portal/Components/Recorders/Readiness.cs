using Enforcement.Grains.Interfaces.Recorders;

namespace Enforcement.Portal.Components.Recorders;

/// <summary>What keeps a recorder from being used, each with what to do about it.</summary>
internal static class Readiness
{
    /// <returns>Nothing: it is ready.</returns>
    public static IEnumerable<string> Of(RecorderRow row)
    {
        if (row.State == "retired")
        {
            return [RecordersText.ReadyRetired];
        }

        List<string> obstacles = [];
        if (row.State == "repair")
        {
            obstacles.Add(RecordersText.ReadyRepair);
        }

        if (row.Contact != "online")
        {
            obstacles.Add(RecordersText.ReadySilent);
        }

        if (row is { Battery: < FleetLimits.LowBattery, Charging: false })
        {
            obstacles.Add(RecordersText.ReadyBattery.With(FleetLimits.LowBattery));
        }

        if (row is { StorageFree: { } free, StorageTotal: > 0 and { } total } && FleetLimits.StorageTone(free, total) == "bad")
        {
            obstacles.Add(RecordersText.ReadyStorage);
        }

        if (row.DriftMs is { } drift && FleetLimits.IsDrifted(drift))
        {
            obstacles.Add(RecordersText.ReadyDrift.With(RecorderNames.Drift(drift)));
        }

        if (row.OpenAlarms > 0)
        {
            obstacles.Add(RecordersText.ReadyAlarms.With(row.OpenAlarms));
        }

        return obstacles;
    }
}
