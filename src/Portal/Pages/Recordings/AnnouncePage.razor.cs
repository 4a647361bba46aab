using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Portal.Components.Forms;
using Enforcement.Portal.Components.Law;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Session;
using Enforcement.Portal.Time;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Pages.Recordings;

/// <summary>Announces a recording before any file exists: its hand-in term runs from its end.</summary>
public sealed partial class AnnouncePage(IGrainFactory grains, IReadModel reads, IRecordingReadModel library, ILegalTime time, PortalSession session, NavigationManager navigation)
{
    private readonly string _recordingId = "r-" + Guid.NewGuid().ToString("n");
    private readonly string _command = PortalSession.NewCommandId();

    private ImmutableArray<BureauRow> _bureaus = [];
    private OfficerRoll? _officers;
    private ImmutableArray<BrokenRule> _broken = [];
    private string _bureau = "";
    private string _officer = "";
    private string _mode = "video";
    private string _recorder = "";
    private string _started = "";
    private string _ended = "";
    private string _place = "";

    protected override async Task OnInitializedAsync() => await TryAsync(async () =>
    {
        var scope = await session.ScopeAsync(Permissions.RecordingsAnnounce);
        _bureaus = await reads.BureausAsync(scope, Leaving);
        var me = await session.ReaderAsync();
        _bureau = await session.OwnBureauAsync() ?? (_bureaus.IsEmpty ? "" : _bureaus[0].BureauId);
        _officers = await RollAsync(scope, me.Id);
        _officer = _officers.Offers(me.Id) ? me.Id : "";
        _started = Dates.ToInput(time.Now);
        if (_officer.Length > 0)
        {
            // The recorder carried last: most days it is the same one, and it can be changed.
            var last = await library.LibraryAsync(scope, new RecordingFilter(OfficerId: me.Id, Order: RecordingOrder.Started), new PageRequest(1), Leaving);
            _recorder = last.Rows.FirstOrDefault()?.RecorderId ?? "";
        }
    });

    private async Task<OfficerRoll> RollAsync(BureauScope scope, params IEnumerable<string?> chosen)
    {
        OfficerRoll roll = new(reads, scope.Narrow(_bureau), new OfficerQuery(InService: true, Certified: true));
        await roll.OpenAsync(Leaving, chosen);
        return roll;
    }

    /// <summary>Another bureau has other officers.</summary>
    private async Task MoveAsync(string? bureau) => await TryAsync(async () =>
    {
        (_bureau, _officer) = (bureau ?? "", "");
        _officers = await RollAsync(await session.ScopeAsync(Permissions.RecordingsAnnounce));
    });

    private async Task SendAsync()
    {
        if (Busy || !await session.MayAsync(Permissions.RecordingsAnnounce, _bureau))
        {
            return;
        }

        if (Dates.FromInput(_started) is not { } started || _officer.Length == 0)
        {
            _broken = Missing(_officer.Length == 0, Dates.FromInput(_started) is null);
            return;
        }

        var done = false;
        await TryAsync(async () =>
        {
            AnnounceRecording request = new(_bureau, Blank(_recorder), _officer, _mode, started, Dates.FromInput(_ended), Blank(_place));
            var reply = await grains.GetGrain<IRecordingGrain>(_recordingId).AnnounceAsync(request, await session.CallerAsync(_command));
            (_broken, done) = (reply.Broken, reply.Done);
        });
        if (done)
        {
            navigation.NavigateTo($"/recordings/{_recordingId}?done=1");
        }
    }

    private static ImmutableArray<BrokenRule> Missing(bool officer, bool started) =>
    [
        .. officer ? [CommonRules.Missing("officer", RecordingFields.Officer)] : ImmutableArray<BrokenRule>.Empty,
        .. started ? [CommonRules.Missing("startedAt", RecordingFields.Started)] : ImmutableArray<BrokenRule>.Empty,
    ];

    private static string? PlaceOf(string? member) => member switch
    {
        "officerId" or "officer" => "officer",
        "startedAt" or "endedAt" or "place" or "mode" => member,
        "recorderId" => "recorder",
        _ => null,
    };

    private static string? Blank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
