using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Enforcement.EndToEnd.Tests.City;
using Enforcement.Tests.Shared;

namespace Enforcement.Portal.Bench;

/// <summary>Recorders that are registered in the city and played by the command line, as an administrator would have them for training.</summary>
internal static class Fleet
{
    private const int RateSeconds = 10;
    private static readonly string[] Bureaus = ["CM", "CZ", "TA", "FS", "GC"];

    public static async Task<Process> PlayAsync(DemoCity city, int recorders, int minutes)
    {
        var administrator = await city.PersonAsync("city-administrator");
        var token = (await administrator.SendAsync(HttpMethod.Post, "/api/v1/tokens", new { name = "bench", role = "fleet-manager", bureau = "CITY", days = 1 }))["secret"]!.GetValue<string>();
        await RegisterAsync(city.Silo.Address, token, recorders);
        return Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                SiloProcess.Beside("enforce", "enforce.dll"), "simulate", "--url", city.Silo.Address.ToString(), "--count", Text(recorders), "--rate", Text(RateSeconds),
                "--minutes", Text(minutes), "--pace", "20", "--token", token,
            ])
        { UseShellExecute = false, RedirectStandardOutput = true })!;
    }

    private static async Task RegisterAsync(Uri address, string token, int recorders)
    {
        var table = new StringBuilder("id,bureau,model,serial,storageGB,note\n");
        for (var i = 1; i <= recorders; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"SIM-{i:00000},{Bureaus[i % Bureaus.Length]},DSJ-V9,SN{i:0000000},64,\n");
        }

        using var http = new HttpClient { BaseAddress = address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/recorders/import") { Content = new StringContent(table.ToString(), Encoding.UTF8, "text/csv") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("n"));
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
