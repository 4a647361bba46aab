using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Enforcement.Crash.Tests;

/// <summary>One file on its way by tus, in pieces; it outlives the process that it is sent to.</summary>
internal sealed class Upload(string recording, byte[] content)
{
    private const int Piece = 64 * 1024;
    private Uri? _place;
    private long _acknowledged;
    private bool _cut;

    /// <summary>Sends what is missing. After a cut it asks first how far the store got: never less than it had said.</summary>
    public async Task SendAsync(HttpClient client, Journal journal)
    {
        _place ??= await CreateAsync(client);
        var offset = _acknowledged;
        if (_cut)
        {
            offset = await OffsetAsync(client);
            Assert.True(offset >= _acknowledged, $"{recording}: {_acknowledged} bytes were acknowledged, {offset} are there");
            journal.CountResumed();
        }

        _cut = true;
        while (offset < content.Length)
        {
            offset = await PatchAsync(client, offset);
            _acknowledged = offset;
        }

        _cut = false;
        journal.Done(new HandedIn(recording, Convert.ToHexStringLower(SHA256.HashData(content)), content));
    }

    private async Task<Uri> CreateAsync(HttpClient client)
    {
        using var request = Request(HttpMethod.Post, new Uri("/api/v1/uploads", UriKind.Relative));
        request.Headers.Add("Upload-Length", content.Length.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("Upload-Metadata", $"filename {Base64($"{recording}.webm")},filetype {Base64("video/webm")},recordingId {Base64(recording)}");
        using var answer = await client.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"upload of {recording}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return answer.Headers.Location!;
    }

    private async Task<long> OffsetAsync(HttpClient client)
    {
        using var request = Request(HttpMethod.Head, _place!);
        using var answer = await client.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"HEAD of {recording}: {(int)answer.StatusCode}");
        return long.Parse(answer.Headers.GetValues("Upload-Offset").Single(), CultureInfo.InvariantCulture);
    }

    private async Task<long> PatchAsync(HttpClient client, long offset)
    {
        var length = (int)Math.Min(Piece, content.Length - offset);
        using var request = Request(HttpMethod.Patch, _place!);
        request.Headers.Add("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture));
        request.Content = new ByteArrayContent(content, (int)offset, length);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        using var answer = await client.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{recording} at {offset}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return offset + length;
    }

    private static HttpRequestMessage Request(HttpMethod method, Uri place)
    {
        var request = new HttpRequestMessage(method, place);
        request.Headers.Add("Tus-Resumable", "1.0.0");
        return request;
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
