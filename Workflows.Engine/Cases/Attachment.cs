using NodaTime;

namespace Workflows.Engine;

/// <summary>A file put to a case: an identity copy, a licence, the letter of a third party, released material.</summary>
/// <param name="Kind">What it is, one of <see cref="AttachmentKinds"/>.</param>
/// <param name="Name">Its name, for those who read; sealed at rest, because names hold names.</param>
/// <param name="MediaType">Media type found in its content.</param>
/// <param name="Size">Bytes of its content.</param>
/// <param name="Hash">SHA-256 of its content, lower-case hex; sealed at rest, so that nothing of it outlives the key.</param>
/// <param name="Stored">SHA-256 of the encrypted file as it is stored, lower-case hex, and its address.</param>
/// <param name="Personal">It holds personal data.</param>
public sealed record Attachment(string Kind, string Name, string MediaType, int Size, string Hash, string Stored, bool Personal);

/// <summary>A file in the register of a case.</summary>
/// <param name="Sequence">The entry that added it.</param>
/// <param name="AddedOn">The day.</param>
/// <param name="Attachment">The file.</param>
public sealed record AttachedFile(int Sequence, LocalDate AddedOn, Attachment Attachment);
