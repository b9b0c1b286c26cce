namespace Workflows.Api.Documents;

/// <summary>Shown names of choices. Inside a template a choice is its value, so that conditions can compare it.</summary>
/// <remarks>The name belongs to the one text object that was handed out, not to equal texts: two fields may have the same value with different names.</remarks>
internal sealed class ChoiceTitles
{
    /// <summary>Name under which a rendering knows them.</summary>
    public const string Register = "choice-titles";

    private readonly Dictionary<object, string> _titles = new(ReferenceEqualityComparer.Instance);

    /// <summary>The value as a text object of its own.</summary>
    public string Add(string value, string title)
    {
        var own = new string(value.AsSpan());
        if (own.Length > 0)
            _titles[own] = title;
        return own;
    }

    public string? Find(object? value) => value is string && _titles.TryGetValue(value, out var title) ? title : null;
}
