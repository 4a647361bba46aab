using System.Text.Encodings.Web;
using System.Text.Json;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Session;
using Enforcement.Portal.Time;

namespace Enforcement.Portal.Pages.Recordings;

/// <summary>Hands many files in; the queue itself runs in the browser, so that it goes on when the page's connection drops.</summary>
public sealed partial class UploadPage(IReadModel reads, IRecordingReadModel library, ILegalTime time, PortalSession session)
{
    private const int MostOffered = 500;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private string? _waiting;
    private string _account = "";
    private string? _bureau;
    private string? _officer;
    private string? _recorder;

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync() => await TryAsync(async () =>
    {
        var scope = await session.ScopeAsync(Permissions.RecordingsUpload);
        var me = await session.ReaderAsync();
        _account = me.Id;
        var page = await library.LibraryAsync(
            scope, new RecordingFilter(RecordingViewKind.Waiting, time.Now, Order: RecordingOrder.HandIn), new PageRequest(MostOffered), Leaving);
        _waiting = JsonSerializer.Serialize(page.Rows.OrderBy(row => row.OfficerId == me.Id ? 0 : 1).Select(Offer), Json);

        // Only an officer of the register can be the one who recorded; others announce on the page made for it.
        _bureau = await session.OwnBureauAsync();
        var officer = await reads.OfficerAsync(scope, me.Id, Leaving) is { Active: true } known && known.Bureau == _bureau ? known : null;
        if (officer is not null && await session.MayAsync(Permissions.RecordingsAnnounce, _bureau))
        {
            _officer = officer.OfficerId;
            _recorder = (await library.LibraryAsync(scope, new RecordingFilter(OfficerId: me.Id, Order: RecordingOrder.Started), new PageRequest(1), Leaving)).Rows.FirstOrDefault()?.RecorderId;
        }
    });

    private static OfferedRecording Offer(RecordingRow row) => new(
        row.RecordingId,
        row.RecorderId,
        Dates.Iso(row.StartedAt),
        row.EndedAt is { } ended ? Dates.Iso(ended) : null,
        row.Mode,
        string.Join(' ', new[] { Dates.Instant(row.StartedAt), Names.Mode(row.Mode), row.OfficerName, row.RecorderId, row.Place }.Where(part => !string.IsNullOrEmpty(part))));

    private sealed record OfferedRecording(string Id, string? Recorder, string Started, string? Ended, string Mode, string Label);
}
