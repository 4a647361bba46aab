using System.Threading.RateLimiting;
using Enforcement.Domain;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Silo.Api;
using Enforcement.Silo.Configuration;
using Enforcement.Silo.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Enforcement.Silo.Access;

/// <summary>Accounts, sessions, tokens and the rules on who may do what.</summary>
internal static class AccessServices
{
    private const string EitherScheme = "session-or-token";

    public static void AddAccess(this WebApplicationBuilder builder, Installation installation, Settings settings)
    {
        var services = builder.Services;
        services.AddSingleton(_ => new AccountStore(installation.PathOf("accounts.db")));
        services.AddSingleton<Bureaus>();
        services.AddHostedService<BureauWatch>();
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<AccountService>();
        services.AddSingleton<TokenService>();
        services.AddSingleton<SessionService>();
        services.AddSingleton<FirstRun>();
        services.AddSingleton<AccessDecider>();
        services.AddSingleton<IAccess>(provider => provider.GetRequiredService<AccessDecider>());

        services.AddDataProtection()
            .SetApplicationName("OrleansEnforcement")
            .PersistKeysToFileSystem(PrivateFolder(installation.PathOf("keys")));
        services.AddAntiforgery(options =>
        {
            options.HeaderName = AntiforgeryGate.Header;
            options.Cookie.Name = "enforcement.antiforgery";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.SuppressXFrameOptionsHeader = true; // set for every answer by SecurityHeaders
        });

        services.AddAuthentication(EitherScheme)
            .AddPolicyScheme(EitherScheme, null, options => options.ForwardDefaultSelector = context => BearerTokens.Carries(context.Request) ? BearerTokens.Scheme : Sessions.Scheme)
            .AddScheme<AuthenticationSchemeOptions, BearerTokens>(BearerTokens.Scheme, null)
            .AddCookie(Sessions.Scheme, options =>
            {
                options.Cookie.Name = Sessions.CookieName;
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.ExpireTimeSpan = TimeSpan.FromMinutes(settings.Session.IdleMinutes);
                options.SlidingExpiration = true;
                options.Events.OnValidatePrincipal = Sessions.ValidateAsync;
            });

        services.AddAuthorization();
        services.AddSingleton<IAuthorizationHandler, AccessHandler>();
        services.AddSingleton<IAuthorizationPolicyProvider, AccessPolicyProvider>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessResults>();
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, CircuitSessions>();

        services.AddRateLimiter(options =>
        {
            options.AddPolicy(SessionEndpoints.SignInLimit, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.SignIn.AttemptsPerMinute, Window = TimeSpan.FromMinutes(1) }));
            options.OnRejected = (context, _) => new ValueTask(TooManyAttempts(context.HttpContext, context.Lease));
        });
    }

    private static DirectoryInfo PrivateFolder(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    private static Task TooManyAttempts(HttpContext context, RateLimitLease lease)
    {
        var seconds = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? (int)Math.Ceiling(wait.TotalSeconds) : 60;
        context.Response.Headers.RetryAfter = $"{seconds}";
        return Problems.Of(
            StatusCodes.Status429TooManyRequests,
            "session.too-many-attempts",
            new Words("登录尝试过于频繁", "Too many attempts to sign in"),
            new Words($"请于 {seconds} 秒后重试。", $"Try again in {seconds} seconds.")).ExecuteAsync(context);
    }
}
