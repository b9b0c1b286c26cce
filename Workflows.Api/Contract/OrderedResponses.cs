using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Workflows.Api.Contract;

/// <summary>Puts the responses of an operation in the order of their statuses.</summary>
internal sealed class OrderedResponses : IOperationFilter
{
    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var ordered = new OpenApiResponses();
        foreach (var (status, response) in (operation.Responses ?? []).OrderBy(response => response.Key, StringComparer.Ordinal))
            ordered.Add(status, response);
        operation.Responses = ordered;
    }
}
