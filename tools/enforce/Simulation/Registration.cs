using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Enforcement.Grains.Interfaces.ReadModel;

namespace Enforcement.Tool.Simulation;

/// <summary>Registers the recorders that are to be played and are missing, by the import for CSV files: each in the bureau of the district that it walks.</summary>
/// <param name="http">The server.</param>
/// <param name="token">A token that holds fleet.manage for the bureaus.</param>
/// <param name="output">Where progress goes.</param>
internal sealed class Registration(HttpClient http, string token, TextWriter output)
{
    /// <summary>Recorders in one file: few enough that each is answered soon and progress can be told.</summary>
    private const int InOneFile = 250;

    /// <summary>Registers what is missing.</summary>
    /// <param name="ids">Recorders; the first walks the first district and so on.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    /// <returns>What kept it from being done, or <see langword="null"/>.</returns>
    public async Task<string?> RunAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        try
        {
            if (await BureausAsync(cancellationToken) is not [_, ..] bureaus)
            {
                return "There is no bureau on the server yet. Found one first, or start the demo city.";
            }

            var known = await KnownAsync(cancellationToken);
            (string Id, string Bureau)[] missing = [.. ids.Select((id, i) => (id, BureauOf(bureaus, i))).Where(line => !known.Contains(line.id))];
            var done = 0;
            foreach (var some in missing.Chunk(InOneFile))
            {
                await ImportAsync(some, cancellationToken);
                done += some.Length;
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"registered {done} of {missing.Length}"));
            }

            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{done} recorders registered in {missing.Select(static m => m.Bureau).Distinct().Count()} bureaus, {ids.Count - done} were there"));
            return null;
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return e.Message;
        }
    }

    /// <summary>The bureau of the district; where it has none, one after the other.</summary>
    private static string BureauOf((string Id, string District)[] bureaus, int index)
    {
        var name = CityMap.Districts[index % CityMap.Districts.Length].Name.Zh;
        return bureaus.FirstOrDefault(b => b.District == name) is { Id: { } found } ? found : bureaus[index % bureaus.Length].Id;
    }

    private async Task<(string Id, string District)[]> BureausAsync(CancellationToken cancellationToken) =>
        [.. (await GetAsync("api/v1/bureaus", cancellationToken)).EnumerateArray().Select(static b => (b.GetProperty("bureauId").GetString()!, b.GetProperty("district").GetString()!))];

    /// <summary>Retired ones too: an id is used once.</summary>
    private async Task<HashSet<string>> KnownAsync(CancellationToken cancellationToken)
    {
        HashSet<string> known = new(StringComparer.Ordinal);
        foreach (var list in (string[])["", "&state=retired"])
        {
            string? cursor = null;
            do
            {
                var page = await GetAsync($"api/v1/recorders?q=SIM-&limit=200{list}{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}", cancellationToken);
                known.UnionWith(page.GetProperty("items").EnumerateArray().Select(static row => row.GetProperty("recorderId").GetString()!));
                cursor = page.TryGetProperty("next", out var next) ? next.GetString() : null;
            }
            while (cursor is not null);
        }

        return known;
    }

    private async Task ImportAsync((string Id, string Bureau)[] some, CancellationToken cancellationToken)
    {
        StringBuilder file = new("id,bureau,model,serial,storageGB,note\n");
        foreach (var (id, bureau) in some)
        {
            file.Append(CultureInfo.InvariantCulture, $"{id},{bureau},SIM,{id},32,模拟设备\n");
        }

        await SendAsync(HttpMethod.Post, "api/v1/recorders/import", new StringContent(file.ToString(), Encoding.UTF8, "text/csv"), cancellationToken);
    }

    private Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken) => SendAsync(HttpMethod.Get, path, null, cancellationToken);

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.AcceptLanguage.ParseAdd("en");
        using var answer = await http.SendAsync(request, cancellationToken);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancellationToken));
        return answer.IsSuccessStatusCode
            ? body.RootElement.Clone()
            : throw new HttpRequestException(FormattableString.Invariant($"{(int)answer.StatusCode} {Text(body.RootElement, "title")}. {Text(body.RootElement, "detail")}"));
    }

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.ToString() : "";
}
