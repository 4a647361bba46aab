using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Enforcement.Silo.Tests;

/// <summary>An answer of the API, read to its end.</summary>
public sealed record ApiAnswer(HttpStatusCode Status, JsonElement Body, string Text, HttpResponseMessage Response)
{
    /// <summary>The code of the problem, without the prefix of its type; <see langword="null"/> when it is none.</summary>
    public string? Problem => Body.ValueKind is JsonValueKind.Object && Body.TryGetProperty("type", out var type) && type.ValueKind is JsonValueKind.String
        ? type.GetString()!.Replace("urn:enforcement:problem:", "", StringComparison.Ordinal)
        : null;

    /// <summary>The codes of the broken rules.</summary>
    public IReadOnlyList<string> Rules => Body.ValueKind is JsonValueKind.Object && Body.TryGetProperty("violations", out var rules)
        ? [.. rules.EnumerateArray().Select(rule => rule.GetProperty("code").GetString()!)]
        : [];

    /// <summary>The body, after a check that the call went well.</summary>
    public JsonElement Ok() => (int)Status is >= 200 and < 300 ? Body : throw new InvalidOperationException($"{(int)Status}: {Text}");

    /// <summary>The body as a type of the API, after a check that the call went well.</summary>
    public T As<T>() => Ok().Deserialize<T>(ApiClient.Json)!;
}

/// <summary>A client of the API that keeps its cookies and sends the anti-forgery proof of its session.</summary>
public sealed class ApiClient : IDisposable
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly CookieContainer _cookies = new();

    public ApiClient(Uri address)
    {
        Http = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = false }) { BaseAddress = address };
    }

    public HttpClient Http { get; }

    public CookieCollection Cookies => _cookies.GetAllCookies();

    public Task<ApiAnswer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<ApiAnswer> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, body);

    public Task<ApiAnswer> PutAsync(string path, object? body = null) => SendAsync(HttpMethod.Put, path, body);

    public Task<ApiAnswer> PatchAsync(string path, object? body = null) => SendAsync(HttpMethod.Patch, path, body);

    public Task<ApiAnswer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null);

    public async Task<ApiAnswer> SendAsync(HttpMethod method, string path, object? body)
    {
        using HttpRequestMessage request = new(method, path);
        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            string raw => new StringContent(raw, System.Text.Encoding.UTF8, "application/json"),
            _ => JsonContent.Create(body, options: Json),
        };
        return await SendAsync(request);
    }

    public async Task<ApiAnswer> SendAsync(HttpRequestMessage request)
    {
        var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var json = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) is true && text.Length > 0
            ? JsonDocument.Parse(text).RootElement.Clone()
            : default;
        return new ApiAnswer(response.StatusCode, json, text, response);
    }

    /// <summary>Signs in and keeps the proof for what follows.</summary>
    public async Task<ApiAnswer> SignInAsync(string name, string password, object? seat = null)
    {
        var answer = await PostAsync("/api/v1/session", new { name, password, seat });
        Keep(answer);
        return answer;
    }

    /// <summary>Takes the anti-forgery proof out of an answer about the session.</summary>
    public void Keep(ApiAnswer answer)
    {
        if (answer.Status is HttpStatusCode.OK && answer.Body.TryGetProperty("antiforgery", out var proof) && proof.ValueKind is JsonValueKind.Object)
        {
            var header = proof.GetProperty("header").GetString()!;
            Http.DefaultRequestHeaders.Remove(header);
            Http.DefaultRequestHeaders.Add(header, proof.GetProperty("token").GetString());
        }
    }

    public void Dispose() => Http.Dispose();
}
