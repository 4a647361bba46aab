using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace Enforcement.Silo.Tests.Api;

/// <summary>Commands as a client sends them.</summary>
internal static class CommandCalls
{
    private static int _last;

    /// <summary>A command id that was not used before in this run.</summary>
    public static string NewId() => $"test-command-{Interlocked.Increment(ref _last)}";

    /// <summary>Sends a command.</summary>
    /// <param name="client">Who.</param>
    /// <param name="method">PUT or POST.</param>
    /// <param name="path">Below <c>/api/v1</c>.</param>
    /// <param name="body">An object, or raw JSON as a string.</param>
    /// <param name="id">The command id; a new one when absent, none at all when empty.</param>
    public static async Task<ApiAnswer> CommandAsync(this ApiClient client, HttpMethod method, string path, object body, string? id = null)
    {
        using HttpRequestMessage request = new(method, $"/api/v1{path}");
        request.Content = body is string raw ? new StringContent(raw, Encoding.UTF8, "application/json") : JsonContent.Create(body, options: ApiClient.Json);
        if (id is not "")
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", id ?? NewId());
        }

        return await client.SendAsync(request);
    }

    /// <summary>Where the whole ledger stands, as the API tells it.</summary>
    public static async Task<string> HeadAsync(this ApiClient client)
    {
        var head = (await client.GetAsync("/api/v1/ledger/head")).Ok();
        return string.Create(CultureInfo.InvariantCulture, $"{head.GetProperty("count").GetInt64()} {head.GetProperty("root").GetString()}");
    }

    /// <summary>A command sent twice does once what it says; another under the same id is refused.</summary>
    public static async Task TwiceAsync(ApiClient who, HttpMethod method, string path, object body, object other)
    {
        var id = NewId();
        var first = await who.CommandAsync(method, path, body, id);
        var head = await who.HeadAsync();
        var second = await who.CommandAsync(method, path, body, id);

        Assert.True((int)first.Status < 300, $"{path}: {first.Text}");
        Assert.Equal((first.Status, first.Text), (second.Status, second.Text));
        Assert.Equal(head, await who.HeadAsync());

        var conflict = await who.CommandAsync(method, path, other, id);
        Assert.Equal((path, HttpStatusCode.Conflict, "command.conflict"), (path, conflict.Status, conflict.Problem));
        Assert.Equal(head, await who.HeadAsync());
    }
}
