namespace Workflows.Api.Documents;

/// <summary>A piece of a template's source: text, an output <c>{{ … }}</c> or a tag <c>{% … %}</c>.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Inner">Text, or what stands between the braces, trimmed.</param>
/// <param name="Offset">Where it begins in the source.</param>
internal readonly record struct TemplateToken(TemplateTokenKind Kind, string Inner, int Offset)
{
    /// <summary>Name of a tag: <c>if</c>.</summary>
    public string TagName => Inner.Split(' ', 2)[0];

    /// <summary>What follows the name of a tag.</summary>
    public string TagMarkup => Inner[TagName.Length..].Trim();
}

/// <summary>Kinds of <see cref="TemplateToken"/>.</summary>
internal enum TemplateTokenKind
{
    /// <summary>Markup and text.</summary>
    Text,

    /// <summary>A value is printed.</summary>
    Output,

    /// <summary>A condition, loop, assignment or end of one.</summary>
    Tag,
}
