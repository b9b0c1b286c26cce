using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Workflows.Api.Contract;

/// <summary>Exchanges that a test has recorded from the running service, for the contract: what is shown has happened.</summary>
internal sealed class RecordedExamples
{
    private const string Resource = "Workflows.Api/Contract/Examples.json";
    private static readonly Lazy<RecordedExamples> Loaded = new(Read);
    private readonly JsonElement root;

    private RecordedExamples(JsonElement root) => this.root = root;

    /// <summary>Those that come with the product.</summary>
    public static RecordedExamples Embedded => Loaded.Value;

    /// <summary>The value of a parameter of an operation, or null.</summary>
    public string? Parameter(string operation, string name) =>
        Find(root, "operations", operation, "parameters", name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>The body of a request, or null.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="mediaType">Its media type.</param>
    public JsonElement? Request(string operation, string mediaType) => Find(root, "operations", operation, "request", mediaType);

    /// <summary>The body of a reply, or null.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="status">Its status.</param>
    /// <param name="mediaType">Its media type.</param>
    public JsonElement? Response(string operation, string status, string mediaType) =>
        Find(root, "operations", operation, "responses", status, mediaType);

    /// <summary>A problem of a kind, or null.</summary>
    public JsonElement? Problem(string kind) => Find(root, "problems", kind);

    private static JsonElement? Find(JsonElement at, params ImmutableArray<string> path)
    {
        foreach (var name in path)
        {
            if (!at.TryGetProperty(name, out at))
                return null;
        }

        return at;
    }

    private static RecordedExamples Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        using var document = JsonDocument.Parse(stream);
        return new RecordedExamples(document.RootElement.Clone());
    }
}
