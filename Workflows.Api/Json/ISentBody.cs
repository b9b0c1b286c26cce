namespace Workflows.Api.Json;

/// <summary>A body that is bound to more than its bytes, and still has them.</summary>
internal interface ISentBody
{
    /// <summary>The bytes as sent.</summary>
    ReadOnlyMemory<byte> Sent { get; }
}
