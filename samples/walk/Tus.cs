using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Enforcement.Walk;

/// <summary>Hands in a file by the tus 1.0 protocol, in pieces.</summary>
internal static class Tus
{
    private const int Piece = 1024 * 1024;

    public static async Task SendAsync(HttpClient client, string recording, string name, byte[] content)
    {
        using var create = new HttpRequestMessage(HttpMethod.Post, "/api/v1/uploads");
        create.Headers.Add("Tus-Resumable", "1.0.0");
        create.Headers.Add("Upload-Length", content.Length.ToString(CultureInfo.InvariantCulture));
        create.Headers.Add("Upload-Metadata", $"filename {Base64(name)},filetype {Base64("video/webm")},recordingId {Base64(recording)}");
        using var created = await client.SendAsync(create);
        if (!created.IsSuccessStatusCode)
        {
            throw new RefusedException($"upload of {recording}: {(int)created.StatusCode} {await created.Content.ReadAsStringAsync()}");
        }

        for (var offset = 0; offset < content.Length; offset += Piece)
        {
            using var patch = new HttpRequestMessage(HttpMethod.Patch, created.Headers.Location);
            patch.Headers.Add("Tus-Resumable", "1.0.0");
            patch.Headers.Add("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture));
            patch.Content = new ByteArrayContent(content, offset, Math.Min(Piece, content.Length - offset));
            patch.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
            using var sent = await client.SendAsync(patch);
            if (!sent.IsSuccessStatusCode)
            {
                throw new RefusedException($"upload of {recording} at {offset}: {(int)sent.StatusCode} {await sent.Content.ReadAsStringAsync()}");
            }
        }
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
