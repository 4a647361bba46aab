using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Enforcement.Grains.Interfaces.Recorders;

namespace Enforcement.Tool.Simulation;

/// <summary>Sends reports as a recorder with its own key does, or as a gateway for many.</summary>
internal sealed class TelemetryClient(HttpClient http, RunFigures figures)
{
    private const string Path = "api/v1/telemetry";

    /// <returns>Whether there was an answer to go by; a refusal is one, because the same again would be refused again.</returns>
    public Task<bool> SendAsync(string recorder, string key, ImmutableArray<TelemetryReport> reports, CancellationToken ct) =>
        SendAsync(key, json => WriteOne(json, recorder, reports), ct);

    /// <inheritdoc cref="SendAsync(string, string, ImmutableArray{TelemetryReport}, CancellationToken)"/>
    public Task<bool> SendAsync(string token, IReadOnlyList<(string Recorder, ImmutableArray<TelemetryReport> Reports)> batch, CancellationToken ct) => SendAsync(
        token,
        json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("recorders");
            foreach (var (recorder, reports) in batch)
            {
                WriteOne(json, recorder, reports);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        },
        ct);

    private async Task<bool> SendAsync(string secret, Action<Utf8JsonWriter> write, CancellationToken ct)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        await using (var json = new Utf8JsonWriter(buffer))
        {
            write(json);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new ReadOnlyMemoryContent(buffer.WrittenMemory) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        var from = Stopwatch.GetTimestamp();
        try
        {
            using var answer = await http.SendAsync(request, ct);
            using var body = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(ct));
            if (!answer.IsSuccessStatusCode)
            {
                figures.Failed(FormattableString.Invariant($"{(int)answer.StatusCode} {Text(body.RootElement, "title")} {Text(body.RootElement, "detail")}"));
                return answer.StatusCode is not HttpStatusCode.TooManyRequests && (int)answer.StatusCode < 500;
            }

            Count(body.RootElement, Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or TaskCanceledException)
        {
            figures.Failed(e.Message);
            return false;
        }
    }

    private void Count(JsonElement body, double milliseconds)
    {
        var refused = body.GetProperty("refused");
        figures.Answered(
            milliseconds, body.GetProperty("taken").GetInt64(), body.GetProperty("repeated").GetInt64(), refused.ValueKind is JsonValueKind.Array ? refused.GetArrayLength() : refused.GetInt64());
        if (refused.ValueKind is JsonValueKind.Array && refused.GetArrayLength() > 0)
        {
            figures.Refused(refused[0].GetProperty("rule").GetProperty("text").GetProperty("en").GetString() ?? "");
        }

        if (body.TryGetProperty("recorders", out var recorders) && recorders.EnumerateArray().Select(FaultOf).FirstOrDefault(static fault => fault is not null) is { } told)
        {
            figures.Refused(told);
        }
    }

    /// <summary>What the server did not take of a recorder behind a gateway, or <see langword="null"/>.</summary>
    private static string? FaultOf(JsonElement entry)
    {
        var rule = entry.TryGetProperty("problem", out var problem) && problem.ValueKind is JsonValueKind.Object ? problem
            : entry.TryGetProperty("refused", out var refused) && refused.ValueKind is JsonValueKind.Array && refused.GetArrayLength() > 0 ? refused[0].GetProperty("rule")
            : default;
        return rule.ValueKind is JsonValueKind.Object ? $"{Text(entry, "recorder")}: {rule.GetProperty("text").GetProperty("en").GetString()}" : null;
    }

    private static void WriteOne(Utf8JsonWriter json, string recorder, ImmutableArray<TelemetryReport> reports)
    {
        json.WriteStartObject();
        json.WriteString("recorder", recorder);
        json.WriteStartArray("reports");
        foreach (var report in reports)
        {
            Write(json, report);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TelemetryReport report)
    {
        json.WriteStartObject();
        json.WriteNumber("sequence", report.Sequence);
        json.WriteString("at", report.At);
        json.WriteNumber("battery", report.Battery ?? 0);
        json.WriteBoolean("charging", report.Charging ?? false);
        json.WriteBoolean("docked", report.Docked ?? false);
        json.WriteNumber("storageFree", report.StorageFree ?? 0);
        json.WriteNumber("storageTotal", report.StorageTotal ?? 0);
        json.WriteString("firmware", report.Firmware);
        if (report.Position is { } place)
        {
            json.WriteStartObject("position");
            json.WriteNumber("latitude", place.LatitudeE7 / 1e7);
            json.WriteNumber("longitude", place.LongitudeE7 / 1e7);
            json.WriteEndObject();
        }

        if (!report.Events.IsEmpty)
        {
            json.WriteStartArray("events");
            foreach (var e in report.Events)
            {
                Write(json, e);
            }

            json.WriteEndArray();
        }

        json.WriteBoolean("live", report.Live);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TelemetryEvent e)
    {
        json.WriteStartObject();
        json.WriteString("kind", e.Kind);
        json.WriteString("at", e.At);
        foreach (var (name, value) in ((string, string?)[])[("file", e.File), ("mode", e.Mode), ("sha256", e.Sha256), ("code", e.Code), ("detail", e.Detail)])
        {
            if (value is not null)
            {
                json.WriteString(name, value);
            }
        }

        if (e.Size is { } size)
        {
            json.WriteNumber("size", size);
        }

        json.WriteEndObject();
    }

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.ToString() : "";
}
