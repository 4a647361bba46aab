using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Enforcement.Domain;
using Enforcement.Silo.Configuration;

namespace Enforcement.Silo.Api;

/// <summary>How the API reads and writes: strictly in, plainly out.</summary>
internal static class ApiServices
{
    public static void AddApi(this WebApplicationBuilder builder, Settings settings)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = settings.Limits.JsonBytes;
        });
        builder.Services.AddExceptionHandler<ErrorHandler>();
        builder.Services.AddOpenApi("v1", options => options
            .AddDocumentTransformer((document, _, _) =>
            {
                document.Info.Title = "OrleansEnforcement API";
                document.Info.Description =
                    "Records the whole course of administrative law enforcement [行政执法全过程记录]. Errors are RFC 9457 problem details whose type is stable: "
                    + Problems.TypePrefix + "<code>.";
                return Task.CompletedTask;
            })
            .AddOperationTransformer(EndpointDocs.TransformAsync));
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(options => Strict(options.SerializerOptions));
    }

    public static void UseApiErrors(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { SuppressDiagnosticsCallback = _ => true, ExceptionHandler = _ => Task.CompletedTask });
        app.UseWhen(
            context => HttpMethods.IsGet(context.Request.Method) && ErrorPage.Wanted(context.Request),
            pages => pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
        app.UseStatusCodePages(async context =>
        {
            var http = context.HttpContext;
            if (http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
            {
                if (http.Response.StatusCode == StatusCodes.Status413PayloadTooLarge)
                {
                    await UnreadBody.DropAsync(http);
                }

                await ProblemOf(http.Response.StatusCode).ExecuteAsync(http);
            }
        });
    }

    private static void Strict(JsonSerializerOptions json)
    {
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.AllowDuplicateProperties = false;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.TypeInfoResolver = (json.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(WhatMayBeNullMayBeLeftOut);
        json.NumberHandling = JsonNumberHandling.Strict;
        json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        json.Converters.Add(new OffsetConverter());
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }

    private static void WhatMayBeNullMayBeLeftOut(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
        {
            member.IsRequired &= member.AssociatedParameter is not { IsNullable: true };
        }
    }

    private static IResult ProblemOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => Problems.NotFound("request.no-such-address", new Words("没有此地址。请对照接口说明。", "There is no such address. Compare it with the description of the API.")),
        StatusCodes.Status405MethodNotAllowed => Problems.Of(
            status, "request.method", new Words("不支持的方法", "Method not allowed"), new Words("此地址不支持该方法，见 Allow 头。", "This address does not take that method; see the Allow header.")),
        StatusCodes.Status413PayloadTooLarge => Problems.TooLarge(),
        StatusCodes.Status415UnsupportedMediaType => Problems.Of(
            status, "request.media-type", new Words("不支持的内容类型", "Unsupported media type"), new Words("请以 application/json 发送。", "Send application/json.")),
        _ => Problems.Of(status, $"http.{status}", new Words("请求未完成", "The request was not served"), new Words($"状态码 {status}。", $"Status {status}.")),
    };
}
