using System.Globalization;
using Enforcement.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Enforcement.Silo.Uploads;

/// <summary>Puts the tus 1.0 server into an application.</summary>
public static class UploadEndpoints
{
    /// <summary>Adds the services. The media store, its staging and an <see cref="IUploadSink"/> must be there too.</summary>
    public static IServiceCollection AddUploads(this IServiceCollection services, Action<UploadOptions>? configure = null)
    {
        services.AddOptions<UploadOptions>()
            .Configure(options => configure?.Invoke(options))
            .Validate(
                options => options.MaxSize > 0 && options.Lifetime > TimeSpan.Zero && options.SweepEvery > TimeSpan.Zero,
                "Uploads: MaxSize, Lifetime and SweepEvery are positive.")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<UploadCompletion>();
        services.AddSingleton<UploadHandler>();
        services.AddSingleton<UploadSweeper>();
        services.AddHostedService(provider => provider.GetRequiredService<UploadSweeper>());
        return services;
    }

    /// <summary>Maps the protocol under a path. The result takes the policy that guards it.</summary>
    /// <param name="routes">Where.</param>
    /// <param name="prefix">The path.</param>
    /// <param name="kind">One of <see cref="UploadKinds"/>: what is handed in there.</param>
    public static RouteGroupBuilder MapUploads(this IEndpointRouteBuilder routes, string prefix = "/api/v1/uploads", string kind = UploadKinds.Recording)
    {
        var group = routes.MapGroup(prefix).WithTags(kind == UploadKinds.Document ? "Documents" : "Uploads").WithMetadata(new UploadKind(kind)).DisableAntiforgery();
        var name = kind == UploadKinds.Recording ? "upload" : $"{kind}-upload";
        group.AddEndpointFilter(SpeakTus);
        group.MapMethods("", [HttpMethods.Options], Options).WithName($"{name}s-options");
        group.MapMethods("/{id}", [HttpMethods.Options], Options).WithName($"{name}-options");
        group.MapPost("", (HttpContext context, UploadHandler handler) => handler.CreateAsync(context))
            .WithName($"{name}-create").WithMetadata(new DisableRequestSizeLimitAttribute());
        group.MapPatch("/{id}", (HttpContext context, string id, UploadHandler handler) => handler.PatchAsync(context, id))
            .WithName($"{name}-append").WithMetadata(new DisableRequestSizeLimitAttribute());
        group.MapMethods("/{id}", [HttpMethods.Head], (HttpContext context, string id, UploadHandler handler) => handler.HeadAsync(context, id))
            .WithName($"{name}-offset");
        group.MapDelete("/{id}", (HttpContext context, string id, UploadHandler handler) => handler.DeleteAsync(context, id))
            .WithName($"{name}-terminate");
        group.MapGet("/{id}", (HttpContext context, string id, UploadHandler handler) => handler.ReceiptAsync(context, id))
            .WithName($"{name}-receipt");

        // For senders behind equipment that lets only GET and POST through.
        group.MapPost("/{id}", OverriddenAsync).WithName($"{name}-override").WithMetadata(new DisableRequestSizeLimitAttribute());
        return group;
    }

    private static IResult Options(HttpContext context, IOptions<UploadOptions> options)
    {
        var headers = context.Response.Headers;
        headers["Tus-Version"] = TusHeaders.ProtocolVersion;
        headers["Tus-Extension"] = TusHeaders.Extensions;
        headers["Tus-Checksum-Algorithm"] = TusHeaders.Algorithms;
        headers["Tus-Max-Size"] = options.Value.MaxSize.ToString(CultureInfo.InvariantCulture);
        return Results.NoContent();
    }

    private static Task<IResult> OverriddenAsync(HttpContext context, string id, UploadHandler handler) =>
        context.Request.Headers["X-HTTP-Method-Override"].ToString().ToUpperInvariant() switch
        {
            "PATCH" => handler.PatchAsync(context, id),
            "DELETE" => handler.DeleteAsync(context, id),
            "HEAD" => handler.HeadAsync(context, id),
            _ => Task.FromResult(UploadProblems.Header(new Words(
                "对上传任务的 POST 请求须带 X-HTTP-Method-Override：PATCH、HEAD 或 DELETE。", "POST to an upload needs X-HTTP-Method-Override: PATCH, HEAD or DELETE."))),
        };

    private static async ValueTask<object?> SpeakTus(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        var headers = context.Response.Headers;
        headers[TusHeaders.Resumable] = TusHeaders.ProtocolVersion;
        headers.CacheControl = "no-store";
        var method = context.Request.Method;
        if (HttpMethods.IsOptions(method) || HttpMethods.IsGet(method) || context.Request.Headers[TusHeaders.Resumable] == TusHeaders.ProtocolVersion)
        {
            return await next(invocation);
        }

        headers["Tus-Version"] = TusHeaders.ProtocolVersion;
        return UploadProblems.Version();
    }
}
