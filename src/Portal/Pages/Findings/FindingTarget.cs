using Enforcement.Grains.Interfaces.ReadModel;

namespace Enforcement.Portal.Pages.Findings;

/// <summary>Where a finding belongs, read from the name of its stream.</summary>
/// <param name="IsCase">A case; otherwise a recording.</param>
/// <param name="Id">The id of the case or recording.</param>
/// <param name="Finding">The id of the finding in its stream.</param>
public sealed record FindingTarget(bool IsCase, string Id, string Finding)
{
    public string Url => IsCase ? $"/cases/{Id}" : $"/recordings/{Id}";

    /// <summary>The target, or <see langword="null"/> for a finding about something else.</summary>
    public static FindingTarget? Of(FindingRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var finding = row.FindingId.StartsWith(row.Stream + "/", StringComparison.Ordinal) ? row.FindingId[(row.Stream.Length + 1)..] : row.FindingId;
        return row.Stream.Split('/') switch
        {
            ["case", var id] => new FindingTarget(IsCase: true, id, finding),
            ["recording", var id] => new FindingTarget(IsCase: false, id, finding),
            _ => null,
        };
    }
}
