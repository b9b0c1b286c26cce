using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using NodaTime;
using Swashbuckle.AspNetCore.Swagger;
using Workflows.Api.CaseLinks;
using Workflows.Api.Limits;
using Workflows.Engine;

namespace Workflows.Api.Contract;

/// <summary>The contract of the service as an OpenAPI 3.1 document, and the page to try it.</summary>
internal static class ContractDocument
{
    /// <summary>Name of the document: it is served as <c>/openapi.yaml</c> and <c>/openapi.json</c>.</summary>
    public const string Name = "openapi";

    private const string SchemeName = "accessKey";

    /// <summary>Describes the endpoints.</summary>
    public static void Add(IServiceCollection services) => services.AddEndpointsApiExplorer().AddSwaggerGen(options =>
    {
        options.SwaggerDoc(Name, new OpenApiInfo
        {
            Title = "Disclosure Workflows",
            Version = "v1",
            Description = "Workflow engine for the disclosure of government information: cases, deadlines, documents and their legal basis.",
        });
        options.AddSecurityDefinition(SchemeName, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "An access key: `Authorization: Bearer dw_…`.",
        });
        options.AddSecurityDefinition(TakesLink.Scheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "What stands in a link given to a third party or an applicant: `Authorization: Bearer dl_…`. Good for two operations only.",
        });
        options.AddSecurityRequirement(document => new OpenApiSecurityRequirement
        {
            [new OpenApiSecuritySchemeReference(SchemeName, document)] = [],
        });
        options.IncludeXmlComments(Assembly.GetExecutingAssembly());
        options.SupportNonNullableReferenceTypes();
        options.NonNullableReferenceTypesAsRequired();
        options.CustomSchemaIds(SchemaNames.Of);
        options.MapType<LocalDate>(() => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" });
        options.MapType<Instant>(() => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" });
        options.MapType<CaseId>(() => new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" });
        // Only files are bytes, and they are sent as they are, never as base64.
        options.MapType<byte[]>(() => new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" });
        options.MapType<JsonObject>(() => new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalPropertiesAllowed = true });
        options.MapType<JsonNode>(() => new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalPropertiesAllowed = true });
        options.MapType<JsonElement>(() => new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalPropertiesAllowed = true });
        options.ParameterFilter<QueryParameters>();
        options.OperationFilter<RequestHeaders>();
        options.OperationFilter<OrderedResponses>();
        options.OperationFilter<OpenToEveryone>();
        options.OperationFilter<TextBodies>();
        options.SchemaFilter<NullableReferences>();
        options.SchemaFilter<OptionalProperties>();
        options.DocumentFilter<ContractExamples>();
    });

    /// <summary>The path is that of the document or the page.</summary>
    public static bool Serves(PathString path) =>
        path.StartsWithSegments("/swagger", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments($"/{Name}.json", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments($"/{Name}.yaml", StringComparison.OrdinalIgnoreCase);

    /// <summary>Serves the document and the page, to everyone.</summary>
    /// <remarks>On their own branch: the generator is made anew for each request that passes it.</remarks>
    public static void Use(WebApplication app) => app.UseWhen(
        http => Serves(http.Request.Path),
        branch =>
        {
            branch.UseMiddleware<RateLimitMiddleware>();
            branch.UseSwagger(options =>
            {
                options.RouteTemplate = "{documentName}.{extension:regex(^(json|yaml)$)}";
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            });
            branch.UseSwaggerUI(options =>
            {
                options.SwaggerEndpoint($"/{Name}.yaml", "Disclosure Workflows");
                options.DocumentTitle = "Disclosure Workflows";
            });
        });

    /// <summary>The document as YAML text; the same build gives the same bytes.</summary>
    public static async Task<string> Yaml(IServiceProvider services)
    {
        var document = services.GetRequiredService<ISwaggerProvider>().GetSwagger(Name);
        using var text = new StringWriter { NewLine = "\n" };
        document.SerializeAsV31(new OpenApiYamlWriter(text));
        await text.FlushAsync().ConfigureAwait(false);
        return text.ToString();
    }
}
