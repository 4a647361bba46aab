using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Enforcement.Tests.Shared;

namespace Enforcement.EndToEnd.Tests.City;

/// <summary>A person of the city at the interface for programs, signed in with their own account.</summary>
internal sealed class Person : IDisposable
{
    private Person(HttpClient client) => Client = client;

    /// <summary>Requests of this person.</summary>
    public HttpClient Client { get; }

    public static async Task<Person> SignInAsync(SiloProcess silo, string account)
    {
        var client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = silo.Address };
        var session = await ReadAsync(await client.PostAsJsonAsync("/api/v1/session", new { name = account, password = silo.PasswordOf(account) }));
        var proof = session["antiforgery"]!;
        client.DefaultRequestHeaders.Add(proof["header"]!.GetValue<string>(), proof["token"]!.GetValue<string>());
        return new Person(client);
    }

    public Task<JsonNode> ReadAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    /// <summary>Sends a command; a refusal fails the test with its words.</summary>
    public async Task<JsonNode> SendAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path);
        if (method != HttpMethod.Get)
        {
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("n"));
            request.Content = body is null ? null : JsonContent.Create(body);
        }

        return await ReadAsync(await Client.SendAsync(request));
    }

    public void Dispose() => Client.Dispose();

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync();
            Assert.True(response.IsSuccessStatusCode, $"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri?.AbsolutePath}: {(int)response.StatusCode} {text}");
            return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
        }
    }
}
