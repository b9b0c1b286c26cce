namespace Workflows.Engine;

/// <summary>Seals what is personal with the key of one case. Destroying that key erases it without touching the journal.</summary>
public interface ISealer
{
    /// <summary>Encrypts and authenticates.</summary>
    /// <param name="plain">What to hide.</param>
    /// <param name="associated">Where it belongs; it opens nowhere else.</param>
    /// <returns>The envelope's text (base64).</returns>
    string Seal(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> associated);

    /// <summary>Opens an envelope.</summary>
    /// <returns>False when the key has been destroyed.</returns>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The envelope was altered or moved.</exception>
    bool TryOpen(string envelope, ReadOnlySpan<byte> associated, out byte[] plain);
}
