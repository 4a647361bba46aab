using Enforcement.Grains.Interfaces.Access;
using Enforcement.Silo.Access;
using Enforcement.Silo.Api;

namespace Enforcement.Silo.Verification;

/// <summary>"Verify now", and what came of it.</summary>
internal static class VerificationEndpoints
{
    private static readonly EndpointDoc Begin = new(
        "Verify everything now",
        "Re-computes every hash, chain, position and root of the ledger and reads every stored file again, in the background and beside the work. One that runs is left alone. Damaged files become findings of their recordings.");

    private static readonly EndpointDoc View = new(
        "Read where the verification stands", "status: never, running, sound, unsound or failed; progress in entries and files; what is wrong, the first bad entry first.");

    public static void AddVerification(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Verifier>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<Verifier>());
    }

    public static void MapVerification(this IEndpointRouteBuilder app)
    {
        var verify = app.MapGroup("/api/v1/admin/verify").WithTags("Ledger");
        verify.MapPost("", (HttpContext http, Verifier verifier) => Results.Accepted("/api/v1/admin/verify", verifier.Begin(http.Reader().Name)))
            .RequireAccess(Permissions.AdminVerify, AccessTargets.Municipality).Produces<VerificationView>(StatusCodes.Status202Accepted).Describe(Begin);
        verify.MapGet("", (Verifier verifier) => verifier.View).RequireAccess(Permissions.AdminVerify, AccessTargets.Municipality).Describe(View);
    }
}
