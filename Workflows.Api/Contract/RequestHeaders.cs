using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Workflows.Api.Contract;

/// <summary>Puts the headers that endpoints read into the contract.</summary>
internal sealed class RequestHeaders : IOperationFilter
{
    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var header in context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<TakesHeader>())
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = header.Name,
                In = ParameterLocation.Header,
                Required = header.Required,
                Description = header.Says,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }
    }
}
