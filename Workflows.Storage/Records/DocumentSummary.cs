using NodaTime;

namespace Workflows.Storage;

/// <summary>A document in the register of its case.</summary>
/// <param name="N">1, 2, 3 … within the case.</param>
/// <param name="Sequence">The entry that issued it.</param>
/// <param name="Document">Name in the definition.</param>
/// <param name="Title">Title.</param>
/// <param name="Number">Number as printed.</param>
/// <param name="Template">Template id.</param>
/// <param name="TemplateVersion">Version of the template.</param>
/// <param name="IssuedOn">Legal day.</param>
public sealed record DocumentSummary(
    int N, int Sequence, string Document, string Title, string Number, string Template, int TemplateVersion, LocalDate IssuedOn);
