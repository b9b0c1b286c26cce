using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using Workflows.Api.CaseLinks;

namespace Workflows.Api.Contract;

/// <summary>Says of the endpoints that need no key that they need none, or what they take instead.</summary>
internal sealed class OpenToEveryone : IOperationFilter
{
    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var said = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        if (said.OfType<TakesLink>().Any())
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(TakesLink.Scheme, context.Document)] = [] }];
        else if (said.OfType<IAllowAnonymous>().Any())
            operation.Security = [];
    }
}
