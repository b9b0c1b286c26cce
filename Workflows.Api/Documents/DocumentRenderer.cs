using System.Globalization;
using DotLiquid;

namespace Workflows.Api.Documents;

/// <summary>Makes documents from templates.</summary>
/// <remarks>
/// A template is run as Liquid over the data, then read as the subset of XHTML, then written in each format. It cannot
/// include files, call members of .NET types or loop over anything but lists of the data. The same template and data
/// give the same document, byte for byte.
/// </remarks>
public static class DocumentRenderer
{
    /// <summary>Renders a document.</summary>
    /// <param name="template">A template that <see cref="TemplateReader.Check"/> accepts.</param>
    /// <param name="data">What the document can say; what is missing prints as blanks.</param>
    /// <exception cref="TemplateRejectedException">The template is wrong, or asks for more than <see cref="TemplateLimits"/> allows.</exception>
    public static RenderedDocument Render(DocumentTemplate template, DocumentData data)
    {
        var (problems, liquid) = TemplateReader.Prepare(template.Source);
        if (liquid is null)
            throw new TemplateRejectedException(template.Id, problems);
        return new RenderedDocument(data.Text("document", "title") ?? template.Title, DocumentParser.Parse(Run(template.Id, liquid, data)));
    }

    private static string Run(string id, Template liquid, DocumentData data)
    {
        using var output = new LimitedWriter();
        using var time = new CancellationTokenSource(TemplateLimits.Milliseconds);
        var context = new Context([], data.ToHash(), [], ErrorsOutputMode.Rethrow, TemplateLimits.Iterations, CultureInfo.InvariantCulture, time.Token)
        {
            SyntaxCompatibilityLevel = SyntaxCompatibility.DotLiquid22a,
        };
        context.Registers[ChoiceTitles.Register] = data.Titles;
        context.AddFilters(typeof(TemplateFilters));
        try
        {
            liquid.Render(output, RenderParameters.FromContext(context, CultureInfo.InvariantCulture));
        }
        catch (Exception exception) when (exception is OutputTooLongException or OperationCanceledException or DotLiquid.Exceptions.MaximumIterationsExceededException)
        {
            throw new TemplateRejectedException(id, [new TemplateProblem("too-much", 1, 1, TooMuch(exception), "减少打印的行数；循环里再套循环，行数相乘")]);
        }

        return output.ToString();
    }

    private static string TooMuch(Exception exception) => exception switch
    {
        OutputTooLongException => $"打印结果超过 {TemplateLimits.OutputLength} 个字符",
        OperationCanceledException => $"打印用时超过 {TemplateLimits.Milliseconds / 1000} 秒",
        _ => $"循环超过 {TemplateLimits.Iterations} 步",
    };
}
