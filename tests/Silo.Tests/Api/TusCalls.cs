using System.Net.Http.Headers;
using System.Text;

namespace Enforcement.Silo.Tests.Api;

/// <summary>A file handed in by tus, in one request.</summary>
internal static class TusCalls
{
    public static async Task<ApiAnswer> UploadAsync(this ApiClient client, string path, byte[] content, params (string Key, string Value)[] metadata)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, $"/api/v1{path}");
        request.Headers.Add("Tus-Resumable", "1.0.0");
        request.Headers.Add("Upload-Length", $"{content.Length}");
        request.Headers.Add("Upload-Metadata", string.Join(',', metadata.Select(pair => $"{pair.Key} {Convert.ToBase64String(Encoding.UTF8.GetBytes(pair.Value))}")));
        request.Content = new ByteArrayContent(content);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        return await client.SendAsync(request);
    }
}
