using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using Workflows.Api.Problems;

namespace Workflows.Api.Contract;

/// <summary>Puts recorded exchanges and the kinds of problems into the contract, for every operation that there is.</summary>
internal sealed class ContractExamples : IDocumentFilter
{
    private const string ProblemSchema = "Problem";
    private static readonly RecordedExamples Recorded = RecordedExamples.Embedded;

    /// <inheritdoc/>
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        AddProblems(swaggerDoc);
        foreach (var operation in swaggerDoc.Paths.Values.SelectMany(path => path.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>()))
        {
            var id = operation.OperationId!;
            foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
                parameter.Example ??= JsonValue.Create(Recorded.Parameter(id, parameter.Name!)) ?? ParameterExamples.Of(parameter);
            foreach (var (type, content) in Contents(operation.RequestBody?.Content))
                content.Example ??= Node(Recorded.Request(id, type));
            foreach (var (status, response) in operation.Responses ?? [])
            {
                foreach (var (type, content) in Contents(response.Content))
                {
                    if (type == Problem.MediaType)
                        content.Examples = Problems(swaggerDoc, status);
                    else
                        content.Example ??= Node(Recorded.Response(id, status, type));
                }
            }
        }
    }

    private static IEnumerable<(string Type, OpenApiMediaType Content)> Contents(IDictionary<string, IOpenApiMediaType>? contents) =>
        (contents ?? new Dictionary<string, IOpenApiMediaType>()).Where(pair => pair.Value is OpenApiMediaType)
            .Select(pair => (pair.Key, (OpenApiMediaType)pair.Value));

    private static void AddProblems(OpenApiDocument document)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Examples ??= new Dictionary<string, IOpenApiExample>();
        foreach (var kind in ProblemKind.All)
        {
            document.Components.Schemas[SchemaOf(kind)] = new OpenApiSchema
            {
                Description = kind.Meaning,
                AllOf =
                [
                    new OpenApiSchemaReference(ProblemSchema, document),
                    new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Properties = new Dictionary<string, IOpenApiSchema>
                        {
                            ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [JsonValue.Create(Problem.Prefix + kind.Name)] },
                            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Enum = [JsonValue.Create(kind.Status)] },
                        },
                    },
                ],
            };
            document.Components.Examples[kind.Name] = new OpenApiExample { Summary = $"{kind.Status} {kind.Name}", Description = kind.Meaning, Value = Node(Recorded.Problem(kind.Name)) };
        }
    }

    private static Dictionary<string, IOpenApiExample> Problems(OpenApiDocument document, string status) => ProblemKind.All
        .Where(kind => kind.Status.ToString(System.Globalization.CultureInfo.InvariantCulture) == status)
        .ToDictionary(kind => kind.Name, kind => (IOpenApiExample)new OpenApiExampleReference(kind.Name, document));

    private static string SchemaOf(ProblemKind kind) =>
        string.Concat(kind.Name.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..])) + ProblemSchema;

    private static JsonNode? Node(JsonElement? element) => element is { } known ? JsonSerializer.SerializeToNode(known) : null;
}
