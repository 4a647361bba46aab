using System.Text;
using Enforcement.Portal.Access;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Session;
using Microsoft.AspNetCore.Components.Forms;

namespace Enforcement.Portal.Components.Recorders;

/// <summary>Registers many recorders from a CSV file.</summary>
public sealed partial class ImportForm(IRecorderImportDesk desk, PortalSession session, TimeProvider machine)
{
    private const int MostShown = 200;
    private static readonly Phrase Example = new("编号,单位,型号,序列号,存储容量GB,备注\nDSJ-00101,CM,DSJ-X9,SN20260101,128,", "id,bureau,model,serial,storageGB,note\nDSJ-00101,CM,DSJ-X9,SN20260101,128,");
    private static readonly TimeSpan DrawEvery = TimeSpan.FromMilliseconds(250);

    private byte[]? _file;
    private string _name = "";
    private RecorderImportReport? _report;
    private RecorderImportProgress? _progress;
    private string? _keys;
    private bool _tooLarge;
    private DateTimeOffset _drawn;

    private async Task ChooseAsync(InputFileChangeEventArgs change)
    {
        (_file, _report, _keys, _name) = (null, null, null, change.File.Name);
        _tooLarge = change.File.Size > RecorderImportReport.LargestFile;
        if (_tooLarge)
        {
            return;
        }

        await TryAsync(async () =>
        {
            using MemoryStream content = new();
            await using var stream = change.File.OpenReadStream(RecorderImportReport.LargestFile, Leaving);
            await stream.CopyToAsync(content, Leaving);
            _file = content.ToArray();
            _report = await desk.CheckAsync(await session.PersonAsync(), _file, Leaving);
        });
    }

    private async Task RunAsync()
    {
        if (_file is not { } file || _report is not { } checkedReport || _progress is not null)
        {
            return;
        }

        _progress = new RecorderImportProgress(0, checkedReport.Lines.Length);
        try
        {
            await TryAsync(async () =>
            {
                // What is registered stays: leaving the page stops between two lines, and the same file goes on from there.
                _report = await desk.RunAsync(await session.PersonAsync(), file, new Drawn(this), Leaving);
                _keys = KeysOf(_report);
            });
        }
        finally
        {
            _progress = null;
        }
    }

    // A file in the address itself: the keys are nowhere on the server to be fetched again.
    private static string KeysOf(RecorderImportReport report)
    {
        StringBuilder csv = new("id,key\r\n");
        foreach (var line in report.Lines.Where(line => line.Key is not null))
        {
            csv.Append(line.RecorderId).Append(',').Append(line.Key).Append("\r\n");
        }

        return report.Lines.Any(line => line.Key is not null) ? "data:text/csv;charset=utf-8;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(csv.ToString())) : "";
    }

    private void Tell(RecorderImportProgress progress) => _ = InvokeAsync(() =>
    {
        var now = machine.GetUtcNow();
        if (_progress is null || now - _drawn < DrawEvery)
        {
            return;
        }

        (_progress, _drawn) = (progress, now);
        StateHasChanged();
    });

    private static string OutcomeName(string outcome) => outcome switch
    {
        "new" => ImportText.New,
        "known" => ImportText.Known,
        "registered" => ImportText.RegisteredNow,
        "refused" => ImportText.Refused,
        _ => ImportText.FaultyLine,
    };

    private static string Tone(string outcome) => outcome switch { "new" => "tag-info", "registered" => "tag-ok", "known" => "tag-plain", _ => "tag-bad" };

    // Not Progress<T>: that would post to whichever context made it, and the page must not be drawn after it was left.
    private sealed class Drawn(ImportForm form) : IProgress<RecorderImportProgress>
    {
        public void Report(RecorderImportProgress value) => form.Tell(value);
    }
}
