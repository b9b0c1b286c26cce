namespace Workflows.Engine;

/// <summary>Hides nothing: for golden files and for comparing two states byte by byte.</summary>
public sealed class PlainSealer : ISealer
{
    /// <summary>The only one.</summary>
    public static PlainSealer Instance { get; } = new();

    private PlainSealer()
    {
    }

    /// <inheritdoc/>
    public string Seal(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> associated) => Convert.ToBase64String(plain);

    /// <inheritdoc/>
    public bool TryOpen(string envelope, ReadOnlySpan<byte> associated, out byte[] plain)
    {
        plain = Convert.FromBase64String(envelope);
        return true;
    }
}
