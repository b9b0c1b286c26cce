using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using Workflows.Api.Administration;

namespace Workflows.Api.Contract;

/// <summary>What is sent or given as a text in one format is an object in JSON.</summary>
internal sealed class TextBodies : IOperationFilter
{
    private const string Json = "application/json";

    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.MethodInfo?.GetParameters().FirstOrDefault(parameter => parameter.ParameterType == typeof(SourceText)) is { } text
            && Content(operation.RequestBody?.Content) is { } sent)
        {
            sent.Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                AdditionalPropertiesAllowed = false,
                Required = new HashSet<string> { text.Name! },
                Properties = new Dictionary<string, IOpenApiSchema> { [text.Name!] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The text." } },
            };
        }

        foreach (var response in operation.Responses?.Values ?? Enumerable.Empty<IOpenApiResponse>())
        {
            if (response.Content?.Count > 1 && Content(response.Content) is { Schema.Type: JsonSchemaType.String } given)
                given.Schema = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "The data that the text is made from." };
        }
    }

    private static OpenApiMediaType? Content(IDictionary<string, IOpenApiMediaType>? contents) =>
        contents is not null && contents.TryGetValue(Json, out var content) ? content as OpenApiMediaType : null;
}
