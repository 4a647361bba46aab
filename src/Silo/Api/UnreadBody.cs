using Microsoft.AspNetCore.Http.Features;

namespace Enforcement.Silo.Api;

/// <summary>What a client still sends when its body was refused as too large.</summary>
internal static class UnreadBody
{
    /// <summary>What is taken in and thrown away: whoever sends more finds the connection closed.</summary>
    private const long Most = 16L << 20;

    /// <summary>
    /// Takes in the rest of the body and throws it away, before the answer. A connection that is closed while the client still sends is reset, and the client never reads why it was refused.
    /// </summary>
    /// <remarks>Nothing is taken in where the client waits for the word to go on, or does not say how much will come.</remarks>
    public static async Task DropAsync(HttpContext http)
    {
        if (http.Request.Headers.Expect.Count > 0 || http.Request.ContentLength is not (> 0 and <= Most) || http.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false } limit)
        {
            return;
        }

        limit.MaxRequestBodySize = Most;
        try
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or BadHttpRequestException)
        {
            // The client has left, or sends too slowly.
        }
    }
}
