using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Workflows.Tests.Api.Operations;

/// <summary>An operation that the service offers, as it is routed.</summary>
/// <param name="Id">Its name in the contract.</param>
/// <param name="Method">Method.</param>
/// <param name="Template">Path with its parameters in braces.</param>
/// <param name="Anonymous">Needs no key.</param>
public sealed partial record Operation(string Id, HttpMethod Method, string Template, bool Anonymous)
{
    /// <summary>All of a running service, whoever mapped them.</summary>
    public static IReadOnlyList<Operation> All(TestService service) =>
    [
        .. from endpoint in service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           let methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods
           where methods is { Count: > 0 }
           let name = endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? endpoint.DisplayName!
           orderby name
           select new Operation(
               name, new HttpMethod(methods[0]), "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null),
    ];

    /// <summary>A path of it, with this in every place of a parameter.</summary>
    public string Path(string value) => Parameter().Replace(Template, value);

    public override string ToString() => $"{Id} ({Method} {Template})";

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
