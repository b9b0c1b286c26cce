using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using Workflows.Api.Queries;

namespace Workflows.Api.Contract;

/// <summary>Puts what <see cref="QueryParameterAttribute"/> says into the contract.</summary>
internal sealed class QueryParameters : IParameterFilter
{
    /// <inheritdoc/>
    public void Apply(IOpenApiParameter parameter, ParameterFilterContext context)
    {
        var said = context.ParameterInfo?.GetCustomAttribute<QueryParameterAttribute>() ?? context.PropertyInfo?.GetCustomAttribute<QueryParameterAttribute>();
        if (said is null || parameter is not OpenApiParameter described)
            return;
        described.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
        described.Description = said.Says;
        described.Schema = new OpenApiSchema
        {
            Type = said.Type switch
            {
                "integer" => JsonSchemaType.Integer,
                "boolean" => JsonSchemaType.Boolean,
                _ => JsonSchemaType.String,
            },
            Format = said.Format,
            Enum = said.Values.Length == 0 ? null : [.. said.Values.Select(value => (JsonNode)JsonValue.Create(value))],
        };
    }
}
