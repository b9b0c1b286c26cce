namespace Workflows.Api.Queries;

/// <summary>Says in the contract what a query parameter is. Its text is read by <see cref="QueryReader"/>.</summary>
/// <param name="says">What it asks for.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class QueryParameterAttribute(string says) : Attribute
{
    /// <summary>What it asks for.</summary>
    public string Says { get; } = says;

    /// <summary>Type in the contract: <c>string</c>, <c>integer</c>, <c>boolean</c>.</summary>
    public string Type { get; init; } = "string";

    /// <summary>Format in the contract, such as <c>date</c>.</summary>
    public string? Format { get; init; }

    /// <summary>The only values, where they are few.</summary>
    public string[] Values { get; init; } = [];
}
