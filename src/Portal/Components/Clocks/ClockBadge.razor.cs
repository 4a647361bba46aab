using Enforcement.Grains.Interfaces.Cases;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Components.Clocks;

/// <summary>How a term stands at a glance, with a live countdown.</summary>
public sealed partial class ClockBadge
{
    [Parameter, EditorRequired]
    public ClockView Clock { get; set; } = null!;

    /// <summary>The legal clock's now.</summary>
    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }

    /// <summary>bad, warn, ok, plain.</summary>
    private string Tone => Clock.Phase switch
    {
        "missed" or "met-late" => "bad",
        "running" when Clock.DueAt < Now => "bad",
        "running" when Clock.Near > 0 => "warn",
        "running" => "info",
        "suspended" or "waiting" => "warn",
        "met" => "ok",
        _ => "plain",
    };
}
