using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Components.Recordings;

/// <summary>One station of the way from the recorder to the archive [保管链].</summary>
/// <param name="Icon">The picture's name.</param>
/// <param name="Name">What the station is.</param>
/// <param name="Tone">ok, warn, bad, or wait: not reached.</param>
/// <param name="Word">How it stands, in a word.</param>
/// <param name="Happened">When it happened.</param>
/// <param name="Recorded">When it was written down, if that was another minute.</param>
/// <param name="Who">Who had it or did it.</param>
/// <param name="Detail">Particulars.</param>
internal sealed record CustodyStation(
    string Icon, Phrase Name, string Tone, string Word, DateTimeOffset? Happened = null, DateTimeOffset? Recorded = null, string? Who = null, string? Detail = null)
{
    private static readonly Phrase Recorder = new("录制", "Recorder");
    private static readonly Phrase HandIn = new("移交上传", "Hand-in");
    private static readonly Phrase Store = new("入库核验", "Store");
    private static readonly Phrase Case = new("关联案件", "Case");
    private static readonly Phrase Archive = new("归档", "Archive");

    /// <summary>The five stations; what is missing is shown as missing.</summary>
    public static IReadOnlyList<CustodyStation> Of(RecordingView view, CaseRow? file, DateTimeOffset now)
    {
        var announced = view.Custody.FirstOrDefault(s => s.Kind == "announced");
        var stored = view.Custody.FirstOrDefault(s => s.Kind == "stored");
        var linked = view.Custody.FirstOrDefault(s => s.Kind == "linked");
        return
        [
            new("fa-video", Recorder, "ok", view.EndedAt is null ? CustodyText.Running : CustodyText.Recorded, view.StartedAt, Apart(announced), view.OfficerName, view.RecorderId ?? CustodyText.OtherDevice),
            Hand(view, stored, now),
            Kept(view, stored),
            linked is null
                ? new("fa-folder-open", Case, "warn", CustodyText.NotLinked)
                : new("fa-folder-open", Case, "ok", CustodyText.Linked, linked.OccurredAt, Apart(linked), linked.By, view.CaseNumber),
            file?.ArchivedAt is { } archived
                ? new("fa-box-archive", Archive, "ok", CustodyText.Archived, archived)
                : new("fa-box-archive", Archive, "wait", view.CaseId is null ? CustodyText.AfterLink : CustodyText.NotArchived),
        ];
    }

    private static CustodyStation Hand(RecordingView view, CustodyStep? stored, DateTimeOffset now)
    {
        var term = view.Clocks.FirstOrDefault(c => c.Rule == "hand-in") ?? view.Clocks.FirstOrDefault();
        var due = term?.DueAt is { } at ? CustodyText.Due.With(Dates.Due(at)) : null;
        if (stored is null)
        {
            var over = term?.DueAt < now;
            return new("fa-upload", HandIn, over is true ? "bad" : "wait", over is true ? CustodyText.OverdueBy.With(Dates.Span(now - term!.DueAt!.Value)) : CustodyText.NotHandedIn, Detail: due);
        }

        return term is { Phase: "met-late", DueAt: { } end }
            ? new("fa-upload", HandIn, "warn", CustodyText.LateBy.With(Dates.Span(stored.OccurredAt - end)), stored.OccurredAt, Apart(stored), stored.By, due)
            : new("fa-upload", HandIn, "ok", CustodyText.HandedIn, stored.OccurredAt, Apart(stored), stored.By, due);
    }

    private static CustodyStation Kept(RecordingView view, CustodyStep? stored) => (view, stored) switch
    {
        ({ Corrupted: true }, _) => new("fa-shield-halved", Store, "bad", CustodyText.Corrupted, view.Custody.LastOrDefault(s => s.Kind == "corrupted")?.OccurredAt, Detail: CustodyText.NeverServed),
        ({ File: { } file }, { } step) => new("fa-shield-halved", Store, "ok", CustodyText.Verified, step.OccurredAt, Apart(step), null, $"SHA-256 {file.Sha256[..Math.Min(12, file.Sha256.Length)]}…"),
        _ => new("fa-shield-halved", Store, "wait", CustodyText.NoFile),
    };

    private static DateTimeOffset? Apart(CustodyStep? step) =>
        step is not null && (step.RecordedAt - step.OccurredAt).Duration() >= TimeSpan.FromMinutes(1) ? step.RecordedAt : null;
}
