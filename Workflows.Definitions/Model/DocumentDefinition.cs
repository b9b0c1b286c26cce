namespace Workflows.Definitions;

/// <summary>A letter or form that a trigger issues, numbered per agency and year without gaps.</summary>
/// <param name="Name">Id used in <c>issues</c>.</param>
/// <param name="Title">Title as the source prints it.</param>
/// <param name="Template">Id of the template, <c>huadian.attachment-4</c>.</param>
/// <param name="Number">Pattern with <c>{year}</c> and <c>{serial}</c>; null when it carries another number.</param>
/// <param name="NumberOf">Name of the document of the same trigger whose number it carries, or <c>case</c> for the case's reference; null when <paramref name="Number"/> is set.</param>
/// <param name="Basis">Article.</param>
public sealed record DocumentDefinition(
    string Name, LocalizedText Title, string Template, string? Number, string? NumberOf, LegalBasis Basis)
{
    /// <summary>A <see cref="NumberOf"/> that means the case's reference.</summary>
    public const string NumberOfCase = "case";
}
