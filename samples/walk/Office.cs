using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Enforcement.Walk;

/// <summary>The API answered with a refusal; the message lists every broken rule.</summary>
internal sealed class RefusedException(string message) : Exception(message);

/// <summary>A signed-in administrator and, for each role and bureau, a program's token: all that the API asks of a caller.</summary>
internal sealed class Office : IDisposable
{
    private readonly HttpClient _admin;
    private readonly Uri _url;
    private readonly Dictionary<(string Role, string Bureau), HttpClient> _programs = [];
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    private Office(Uri url, HttpClient admin) => (_url, _admin) = (url, admin);

    /// <summary>A mark that sets the ids of this run apart from those of another.</summary>
    public string Run => _run;

    public static async Task<Office> OpenAsync(Uri url, string name, string password)
    {
        var admin = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = url };
        var session = await ReadAsync(await admin.PostAsJsonAsync("/api/v1/session", new { name, password }));
        var proof = session["antiforgery"]!;
        admin.DefaultRequestHeaders.Add(proof["header"]!.GetValue<string>(), proof["token"]!.GetValue<string>());
        return new Office(url, admin);
    }

    public Task<JsonNode> AdminAsync(HttpMethod method, string path, object? body, string command) => SendAsync(_admin, method, path, body, command);

    /// <summary>Sends a request in a role of a bureau.</summary>
    public async Task<JsonNode> AsAsync(string role, string bureau, HttpMethod method, string path, object? body = null, string? command = null) =>
        await SendAsync(await ProgramAsync(role, bureau), method, path, body, command);

    /// <summary>A program's client in a role of a bureau, with a token made when it is first asked for.</summary>
    public async Task<HttpClient> ProgramAsync(string role, string bureau)
    {
        if (_programs.TryGetValue((role, bureau), out var client))
        {
            return client;
        }

        var made = await AdminAsync(HttpMethod.Post, "/api/v1/tokens", new { name = $"walk {_run} {role}", role, bureau, days = 1 }, $"{_run}-token-{role}-{bureau}");
        client = new HttpClient { BaseAddress = _url };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", made["secret"]!.GetValue<string>());
        return _programs[(role, bureau)] = client;
    }

    public void Dispose()
    {
        _admin.Dispose();
        foreach (var client in _programs.Values)
        {
            client.Dispose();
        }
    }

    private static async Task<JsonNode> SendAsync(HttpClient client, HttpMethod method, string path, object? body, string? command)
    {
        using var request = new HttpRequestMessage(method, path);
        if (command is not null)
        {
            request.Headers.Add("Idempotency-Key", command);
        }

        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        return await ReadAsync(await client.SendAsync(request));
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync();
            if (response.IsSuccessStatusCode)
            {
                return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
            }

            throw new RefusedException(Explain(response, text));
        }
    }

    private static string Explain(HttpResponseMessage response, string text)
    {
        var said = new StringBuilder($"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri?.AbsolutePath}: {(int)response.StatusCode}");
        JsonNode? problem = null;
        try
        {
            problem = JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            said.Append(' ').Append(text);
        }

        said.Append(' ').Append(problem?["type"]).Append(' ').Append(problem?["title"]).Append(' ').Append(problem?["detail"]);
        foreach (var rule in problem?["violations"]?.AsArray() ?? [])
        {
            said.Append($"\n  {rule!["code"]} {rule["member"]} {rule["article"]}: {rule["text"]?["zh"]}");
        }

        return said.ToString();
    }
}
