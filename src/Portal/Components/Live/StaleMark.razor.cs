using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Components.Live;

/// <summary>Says as of when the figures of a page are true, and warns when that is long ago.</summary>
public sealed partial class StaleMark(TimeProvider clock)
{
    /// <summary>When the figures were last known to be true, by the machine's clock; <see langword="null"/>: not yet read.</summary>
    [Parameter, EditorRequired]
    public DateTimeOffset? AsOf { get; set; }

    /// <summary>Seconds after which the mark turns into a warning.</summary>
    [Parameter]
    public int Limit { get; set; } = 30;
}
