namespace Workflows.Api.Contract;

/// <summary>Names of the shapes in the contract.</summary>
internal static class SchemaNames
{
    /// <summary>The type's own name without <c>View</c>; a request or reply inside an endpoint is named after the endpoint.</summary>
    public static string Of(Type type)
    {
        var name = type.Name.Split('`')[0];
        if (name.EndsWith("View", StringComparison.Ordinal))
            name = name[..^4];
        if (type is { IsNested: true, DeclaringType: { } endpoint })
            name = endpoint.Name + name;
        return name + string.Concat(type.GetGenericArguments().Select(Of));
    }
}
