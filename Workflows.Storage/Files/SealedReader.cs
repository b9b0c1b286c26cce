using System.Security.Cryptography;
using Workflows.Engine;
using Workflows.Storage.Encryption;

namespace Workflows.Storage.Files;

/// <summary>Reads an encrypted file from any place, one chunk at a time.</summary>
internal sealed class SealedReader : Stream
{
    private readonly FileStream source;
    private readonly AesGcm cipher;
    private readonly byte[] associated;
    private readonly byte[] box = new byte[SealedFile.SealedChunkSize];
    private readonly byte[] plain = new byte[SealedFile.ChunkSize];
    private readonly long chunks;
    private long open = -1;
    private long position;

    private SealedReader(FileStream source, AesGcm cipher, CaseId id)
    {
        this.source = source;
        this.cipher = cipher;
        associated = SealedFile.Associated(id);
        var body = source.Length - SealedFile.HeaderSize;
        chunks = Math.Max(1, (body + SealedFile.SealedChunkSize - 1) / SealedFile.SealedChunkSize);
        Length = body - (chunks * AesBox.TagSize);
    }

    /// <summary>Opens a file; null when the key of the case has been destroyed.</summary>
    /// <exception cref="CryptographicException">It is no such file.</exception>
    public static SealedReader? Open(string path, CaseSealer sealer, CaseId id)
    {
        var source = new FileStream(path, new FileStreamOptions { Share = FileShare.Read | FileShare.Delete, BufferSize = 0 });
        try
        {
            Span<byte> header = stackalloc byte[SealedFile.HeaderSize];
            if (source.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length
                || !header.StartsWith(SealedFile.Mark)
                || source.Length < header.Length + AesBox.TagSize)
                throw new CryptographicException("The file is not an encrypted file of a case.");
            if (SealedFile.Cipher(sealer, header[SealedFile.Mark.Length..]) is { } cipher)
                return new SealedReader(source, cipher, id);
            source.Dispose();
            return null;
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position
    {
        get => position;
        set => position = Math.Clamp(value, 0, Length);
    }

    public override int Read(Span<byte> buffer)
    {
        if (position >= Length || buffer.IsEmpty)
            return 0;
        var chunk = position / SealedFile.ChunkSize;
        if (chunk != open)
            Open(chunk);
        var from = (int)(position % SealedFile.ChunkSize);
        var count = (int)Math.Min(Math.Min(buffer.Length, SealedFile.ChunkSize - from), Length - position);
        plain.AsSpan(from, count).CopyTo(buffer);
        position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.FromResult(Read(buffer.AsSpan(offset, count)));

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
            cipher.Dispose();
            CryptographicOperations.ZeroMemory(plain);
        }

        base.Dispose(disposing);
    }

    private void Open(long chunk)
    {
        source.Position = SealedFile.HeaderSize + (chunk * SealedFile.SealedChunkSize);
        var last = chunk == chunks - 1;
        var length = last ? (int)(Length - (chunk * SealedFile.ChunkSize)) : SealedFile.ChunkSize;
        source.ReadExactly(box, 0, length + AesBox.TagSize);
        Span<byte> nonce = stackalloc byte[12];
        SealedFile.Nonce(nonce, chunk, last);
        open = -1;
        cipher.Decrypt(nonce, box.AsSpan(0, length), box.AsSpan(length, AesBox.TagSize), plain.AsSpan(0, length), associated);
        open = chunk;
    }
}
