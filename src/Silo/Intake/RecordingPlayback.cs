using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Silo.Api;
using Enforcement.Silo.Media;

namespace Enforcement.Silo.Intake;

/// <summary>Decides which original a viewer gets, after the view was written down.</summary>
internal static class RecordingPlayback
{
    private const string Play = "play";
    private const int LongestPurpose = 200;

    public static async Task<RecordingAccess> ResolveAsync(HttpContext http)
    {
        if (http.Found<RecordingRow>() is not { } row)
        {
            return new RecordingAccess.Denied(Subjects.NoRecording());
        }

        var grain = http.RequestServices.GetRequiredService<IGrainFactory>().GetGrain<IRecordingGrain>(row.RecordingId);
        if (await grain.ViewAsync() is not { File: { } file })
        {
            return new RecordingAccess.Denied(Problems.NotFound("recording.no-file", new Domain.Words("音像文件尚未移交。", "The file of this recording has not been handed in yet.")));
        }

        var purpose = http.Request.Query["purpose"].ToString().Trim();
        if (purpose.Length > LongestPurpose || purpose.Any(char.IsControl))
        {
            return new RecordingAccess.Denied(Paging.Bad("purpose", $"调阅目的不超过 {LongestPurpose} 字。", $"purpose has at most {LongestPurpose} characters."));
        }

        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.RequestServices.GetRequiredService<ViewAudit>().WriteAsync(row.RecordingId, purpose.Length == 0 ? Play : purpose, http.Reader());
        }

        return new RecordingAccess.Granted(new RecordingContent(
            file.Sha256, file.FileName, file.ContentType, file.LeafRoot, AsDownload: http.Request.Query.ContainsKey("download")));
    }
}
