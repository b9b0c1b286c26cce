using System.Text.Json;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Workflows.Api.Contract;

/// <summary>What a record gives a default need not be sent.</summary>
internal sealed class OptionalProperties : ISchemaFilter
{
    /// <inheritdoc/>
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema.Required is not { Count: > 0 } required || context.Type.GetConstructors() is not [var constructor, ..])
            return;
        foreach (var parameter in constructor.GetParameters().Where(parameter => parameter.HasDefaultValue))
            required.Remove(JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!));
    }
}
