using Enforcement.Grains.Interfaces.ReadModel;

namespace Enforcement.Portal.Components.Forms;

/// <summary>A recording as the form offers it.</summary>
/// <param name="Row">The recording.</param>
/// <param name="Mine">Of the person before the page, or of the recorder that the person holds.</param>
/// <param name="Proposed">An officer who was present recorded it, and it ran while the act happened.</param>
/// <param name="Away">How far from the instant of the act it lies; zero: it ran then.</param>
public sealed record RecordingOffer(RecordingRow Row, bool Mine, bool Proposed, TimeSpan Away)
{
    /// <summary>A recording is switched on a little before and off a little after what it shows.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(15);

    /// <summary>Proposals first, then the nearest in time.</summary>
    /// <param name="rows">Recordings that no case has taken.</param>
    /// <param name="at">When the act happened.</param>
    /// <param name="me">The person before the page.</param>
    /// <param name="recorders">The recorders that the person holds.</param>
    /// <param name="present">The officers present.</param>
    public static IReadOnlyList<RecordingOffer> Of(
        IEnumerable<RecordingRow> rows, DateTimeOffset at, string me, IReadOnlySet<string> recorders, IReadOnlyCollection<string> present) =>
    [
        .. rows
            .Select(row =>
            {
                var away = AwayFrom(row, at);
                return new RecordingOffer(row, row.OfficerId == me || (row.RecorderId is { } id && recorders.Contains(id)), away <= Slack && present.Contains(row.OfficerId), away);
            })
            .OrderByDescending(offer => offer.Proposed)
            .ThenBy(offer => offer.Away)
            .ThenByDescending(offer => offer.Row.StartedAt),
    ];

    private static TimeSpan AwayFrom(RecordingRow row, DateTimeOffset at) =>
        at < row.StartedAt ? row.StartedAt - at
        : row.EndedAt is { } ended && at > ended ? at - ended
        : TimeSpan.Zero;
}
