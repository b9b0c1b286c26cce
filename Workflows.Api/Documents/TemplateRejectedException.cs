using System.Collections.Immutable;

namespace Workflows.Api.Documents;

/// <summary>A template was rendered that <see cref="TemplateReader.Check"/> refuses, or that does not end within <see cref="TemplateLimits"/>.</summary>
public sealed class TemplateRejectedException : Exception
{
    /// <summary>Creates the exception for one template.</summary>
    /// <param name="template">Id of the template.</param>
    /// <param name="problems">What is wrong with it; at least one.</param>
    public TemplateRejectedException(string template, ImmutableArray<TemplateProblem> problems)
        : base($"Template {template} cannot be rendered: {string.Join("; ", problems)}")
    {
        Template = template;
        Problems = problems;
    }

    /// <summary>Id of the template.</summary>
    public string Template { get; }

    /// <summary>What is wrong with it.</summary>
    public ImmutableArray<TemplateProblem> Problems { get; }
}
