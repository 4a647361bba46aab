using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Enforcement.Silo.Api;

/// <summary>What the description of the API says about an endpoint.</summary>
/// <param name="Summary">One line.</param>
/// <param name="Text">What it does, which article it comes from, what it answers.</param>
/// <param name="Example">A body to send, as JSON, or <see langword="null"/>.</param>
internal sealed record EndpointDoc(string Summary, string Text, string? Example = null);

/// <summary>Puts those words, the example and the common answers into the description.</summary>
internal static class EndpointDocs
{
    private const string Problem = "application/problem+json";

    public static TBuilder Describe<TBuilder>(this TBuilder endpoint, EndpointDoc doc)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithSummary(doc.Summary).WithDescription(doc.Text).WithMetadata(doc);

    public static Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<EndpointDoc>().LastOrDefault() is { Example: { } example }
            && operation.RequestBody?.Content is { } content
            && content.TryGetValue("application/json", out var body))
        {
            body.Example = JsonNode.Parse(example);
        }

        operation.Responses ??= [];
        if (metadata.OfType<CommandMetadata>().Any())
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = Commands.Header,
                In = ParameterLocation.Header,
                Required = true,
                Description = "The id that you give to this command: 8 to 100 visible ASCII characters. Sent again with the same body it gives the same answer and changes nothing.",
                Example = JsonValue.Create("9f1c7f0e-open-1"),
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 8, MaxLength = 100 },
            });
            Add(operation.Responses, "400", "Malformed body, or no command id");
            Add(operation.Responses, "409", "command.conflict: the command id was used with another body");
            Add(operation.Responses, "422", "refused: every broken rule with its article, in violations");
            Add(operation.Responses, "503", "clock.behind, store.locked, store.full and so on: nothing was written");
        }

        if (metadata.OfType<Access.AccessRequirement>().LastOrDefault() is { } access)
        {
            operation.Description = $"{operation.Description}{(string.IsNullOrEmpty(operation.Description) ? "" : "\n\n")}Needs the permission `{access.Permission}`.";
            Add(operation.Responses, "401", "session.none: nobody is signed in");
            Add(operation.Responses, "403", "access.permission or access.foreign-bureau: not for this role, or not for this bureau");
        }

        return Task.CompletedTask;
    }

    private static void Add(OpenApiResponses responses, string status, string words)
    {
        if (!responses.ContainsKey(status))
        {
            responses[status] = new OpenApiResponse
            {
                Description = words,
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [Problem] = new() },
            };
        }
    }
}
