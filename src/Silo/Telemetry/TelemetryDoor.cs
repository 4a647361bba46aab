using System.Security.Claims;
using Enforcement.Domain;
using Enforcement.Domain.Recorders.Telemetry;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Recorders;
using Enforcement.Silo.Access;
using Enforcement.Silo.Api;
using Enforcement.Silo.Configuration;
using Enforcement.Silo.Recorders;

namespace Enforcement.Silo.Telemetry;

/// <summary>
/// Who may send telemetry, and how much of it: a recorder by its own key, a gateway by its token and within its bureaus. A wrong key and an unknown
/// recorder are answered alike. Whoever floods is told to wait and disturbs nobody else: each recorder, gateway and guessing address has a bucket of its own.
/// </summary>
internal sealed class TelemetryDoor(IRecorderRegister register, RecorderKeys keys, AccessDecider access, Settings settings, TimeProvider machine)
{
    /// <summary>Wrong keys from one address: a few at once, one a second after that. Right keys from the same address are not held up.</summary>
    private readonly RateBuckets _guesses = new(1, 20, machine);
    private readonly RateBuckets _recorders = new(settings.Fleet.BatchesPerSecond, settings.Fleet.BatchesAtOnce, machine);
    private readonly RateBuckets _gateways = new(settings.Fleet.GatewayRequestsPerSecond, settings.Fleet.GatewayRequestsPerSecond * 2, machine);

    /// <summary>The secret of the Authorization header, or <see langword="null"/>.</summary>
    public static string? SecretOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim() : null;

    /// <summary>Whether a recorder itself speaks.</summary>
    public static bool IsRecorderKey(string secret) => secret.StartsWith(RecorderKeys.Prefix, StringComparison.Ordinal);

    /// <summary>Whether a key opens the door for a recorder.</summary>
    /// <returns>The answer that refuses it, or <see langword="null"/>.</returns>
    public async Task<IResult?> RecorderAsync(HttpContext http, string? recorder, string key)
    {
        var line = string.IsNullOrEmpty(recorder) ? null : await register.FindAsync(recorder, http.RequestAborted);
        if (!keys.IsKeyOf(line?.RecorderId ?? recorder ?? "", line?.KeyGeneration ?? 1, key) || line is null)
        {
            return Unknown(http);
        }

        return line.State == "retired" ? null // the grain raises the alarm and refuses with words
            : _recorders.Take(line.RecorderId) is { } wait ? Flood(http, wait) : null;
    }

    /// <summary>Nobody that is known.</summary>
    public IResult Unknown(HttpContext http) =>
        _guesses.Take(http.Connection.RemoteIpAddress?.ToString() ?? "") is { } wait
            ? Flood(http, wait)
            : Problems.Of(
                StatusCodes.Status401Unauthorized,
                "telemetry.key",
                new Words("记录仪编号或密钥不正确", "Unknown recorder or wrong key"),
                new Words("请核对编号和密钥；密钥可由设备管理员重新生成。", "Check the id and the key. A fleet manager can renew the key."));

    /// <summary>Whether a gateway may send at all.</summary>
    /// <param name="http">The request.</param>
    /// <param name="scope">Whose recorders it may speak for.</param>
    public IResult? Gateway(HttpContext http, out BureauScope scope)
    {
        scope = access.ScopeOf(http.User, Permissions.TelemetryWrite);
        return access.Decide(http.User, Permissions.TelemetryWrite, bureau: null) switch
        {
            // A session's cookie is no gateway: a page of another site could send it.
            _ when http.User.Identity is not { IsAuthenticated: true, AuthenticationType: BearerTokens.Scheme } => Unknown(http),
            Domain.Access.AccessDecision.Refused { Violation: var reason } => Problems.Forbidden(reason),
            _ => _gateways.Take(http.User.FindFirstValue(AccessClaims.Id) ?? "") is { } wait ? Flood(http, wait) : null,
        };
    }

    /// <summary>Whether a gateway may speak for a recorder now.</summary>
    /// <returns>The rule that forbids it, or <see langword="null"/>.</returns>
    public async Task<Violation?> SpeaksForAsync(BureauScope scope, string recorder, CancellationToken cancellationToken) =>
        await register.FindAsync(recorder, cancellationToken) is not { } line || !scope.Allows(line.Bureau) ? PulseCheck.Unknown
        : _recorders.Take(line.RecorderId) is { } wait ? TooMany(wait)
        : null;

    private static IResult Flood(HttpContext http, TimeSpan wait)
    {
        http.Response.Headers.RetryAfter = $"{Seconds(wait)}";
        return Problems.Refused(StatusCodes.Status429TooManyRequests, TooMany(wait));
    }

    private static Violation TooMany(TimeSpan wait) => new(
        "telemetry.too-many",
        null,
        new Words("上报过于频繁", "Too many reports"),
        new Words($"请于 {Seconds(wait)} 秒后重试，并将多份报告合为一批。", $"Try again in {Seconds(wait)} s, with several reports in one batch."));

    private static int Seconds(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
}
