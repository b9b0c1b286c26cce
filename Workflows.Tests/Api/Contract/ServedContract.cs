using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;
using Workflows.Api.Hosting;

namespace Workflows.Tests.Api.Contract;

/// <summary>The contract as the service makes it, without starting it.</summary>
internal sealed class ServedContract : IDisposable
{
    private readonly ServiceHost host = ServiceHost.Build([], TestService.SmallSeed);

    /// <summary>As OpenAPI 3.1.</summary>
    public JsonNode Document => JsonNode.Parse(Json(OpenApiSpecVersion.OpenApi3_1))!;

    /// <summary>As JSON in a version of OpenAPI.</summary>
    public string Json(OpenApiSpecVersion version)
    {
        using var text = new StringWriter();
        var writer = new OpenApiJsonWriter(text);
        var document = host.Services.GetRequiredService<ISwaggerProvider>().GetSwagger("openapi");
        if (version == OpenApiSpecVersion.OpenApi3_0)
            document.SerializeAsV3(writer);
        else
            document.SerializeAsV31(writer);
        return text.ToString();
    }

    /// <summary>As the command <c>openapi</c> prints it.</summary>
    public string Yaml() => Workflows.Api.Contract.ContractDocument.Yaml(host.Services).GetAwaiter().GetResult();

    public void Dispose() => host.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
