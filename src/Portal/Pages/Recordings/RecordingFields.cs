using Enforcement.Grains.Interfaces;

namespace Enforcement.Portal.Pages.Recordings;

/// <summary>What fields of a recording are called in refusals.</summary>
internal static class RecordingFields
{
    public static readonly Wording Officer = new("录制人", "Officer");
    public static readonly Wording Started = new("录制开始时间", "Start of the recording");
}
