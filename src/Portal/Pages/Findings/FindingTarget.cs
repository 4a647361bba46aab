using Enforcement.Grains.Interfaces.ReadModel;

namespace Enforcement.Portal.Pages.Findings;

/// <summary>Where a finding belongs, read from the name of its stream.</summary>
/// <param name="Kind">case, recording or recorder.</param>
/// <param name="Id">The id of the case, recording or recorder.</param>
/// <param name="Finding">The id of the finding in its stream.</param>
public sealed record FindingTarget(string Kind, string Id, string Finding)
{
    public bool IsCase => Kind == "case";

    public string Url => $"/{Kind}s/{Id}";

    /// <summary>The target, or <see langword="null"/> for a finding about something else.</summary>
    public static FindingTarget? Of(FindingRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var finding = row.FindingId.StartsWith(row.Stream + "/", StringComparison.Ordinal) ? row.FindingId[(row.Stream.Length + 1)..] : row.FindingId;
        return row.Stream.Split('/') switch
        {
            [("case" or "recording" or "recorder") and var kind, var id] => new FindingTarget(kind, id, finding),
            _ => null,
        };
    }
}
