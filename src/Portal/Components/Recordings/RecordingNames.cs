using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Components.Recordings;

/// <summary>What people know a recording by, as the library shows it: when it began, by whom, with which recorder, where.</summary>
public static class RecordingNames
{
    public static string Of(RecordingRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        string?[] parts = [$"{Dates.Instant(row.StartedAt)} {Names.Mode(row.Mode)}", row.OfficerName, row.RecorderId, row.Place];
        return string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }
}
