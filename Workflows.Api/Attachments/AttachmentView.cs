using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using Workflows.Api.Cases;
using Workflows.Engine;

namespace Workflows.Api.Attachments;

/// <summary>A file of a case.</summary>
/// <param name="N">Its number within the case, from 1.</param>
/// <param name="Sequence">Its journal entry.</param>
/// <param name="Kind"><c>identity</c>, <c>licence</c>, <c>third-party-letter</c>, <c>released-material</c> or <c>other</c>.</param>
/// <param name="Name">Its name; that of a personal file is masked unless personal values are shown in clear.</param>
/// <param name="MediaType">Media type, found in its content.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">SHA-256 of its content, lower-case hex; of a personal file only in clear.</param>
/// <param name="Personal">It holds personal data.</param>
/// <param name="AddedOn">The day on which it was added.</param>
internal sealed record AttachmentView(
    int N,
    int Sequence,
    string Kind,
    string Name,
    string MediaType,
    int Size,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Sha256,
    bool Personal,
    LocalDate AddedOn)
{
    /// <summary>The files of a case.</summary>
    public static ImmutableArray<AttachmentView> All(CaseState state, bool clear) => [.. state.Attachments.Select((file, index) => new AttachmentView(
        index + 1,
        file.Sequence,
        file.Attachment.Kind,
        ShownName(file.Attachment, clear),
        file.Attachment.MediaType,
        file.Attachment.Size,
        clear || !file.Attachment.Personal ? file.Attachment.Hash : null,
        file.Attachment.Personal,
        file.AddedOn))];

    /// <summary>The name as it may be shown: of a personal file only its ending.</summary>
    public static string ShownName(Attachment file, bool clear) => clear || !file.Personal || file.Name == Destroyed.Marker
        ? file.Name
        : PersonalMask.Of(Path.GetFileNameWithoutExtension(file.Name)) + Path.GetExtension(file.Name);
}
