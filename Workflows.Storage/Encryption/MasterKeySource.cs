using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Workflows.Storage.Encryption;

/// <summary>Where master keys come from: the environment, or files that only their owner reads.</summary>
internal sealed class MasterKeySource(StorageOptions options)
{
    /// <summary>The keys come with the environment, which this program cannot change.</summary>
    public bool FromEnvironment => options.MasterKey is not null;

    private string File => Path.GetFullPath(options.KeyFile);

    private string NextFile => File + ".next";

    /// <summary>The keys there are: the one in use, the one that takes its place, or both.</summary>
    /// <exception cref="DatabaseRefusedException">There is none, or one is malformed.</exception>
    public ImmutableArray<WrappingKey> Read(bool mayCreate)
    {
        string[] paths = FromEnvironment ? [] : [.. new[] { File, NextFile }.Where(System.IO.File.Exists)];
        if (FromEnvironment || paths.Length > 0)
        {
            return
            [
                .. paths.Select(path => new WrappingKey(Parse(System.IO.File.ReadAllText(path), $"The master key in '{path}'"))),
                .. new[] { options.MasterKey, options.NextMasterKey }.OfType<string>()
                    .Select(text => new WrappingKey(Parse(text, "The master key from the environment"))),
            ];
        }

        if (!mayCreate)
        {
            throw new DatabaseRefusedException(
                $"The master key is missing: '{File}' does not exist. Restore it; without it personal data cannot be read.");
        }

        return [new WrappingKey(Create(File))];
    }

    /// <summary>The key that is to take the place of the one in use: a new one in a file, or the one that the environment names.</summary>
    /// <returns>Null when the environment names none, and none can be made.</returns>
    public WrappingKey? Next()
    {
        if (options.NextMasterKey is { } given)
            return new WrappingKey(Parse(given, "The next master key from the environment"));
        if (FromEnvironment)
            return null;
        try
        {
            // One that a start which was cut short left behind was never used.
            System.IO.File.Delete(NextFile);
            return new WrappingKey(Create(NextFile));
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            // The file was put there by someone else, who keeps the folder.
            return null;
        }
    }

    /// <summary>Puts the new key into the place of the old one, if that has not been done.</summary>
    public void Promote(WrappingKey current)
    {
        if (!FromEnvironment && System.IO.File.Exists(NextFile)
            && new WrappingKey(Parse(System.IO.File.ReadAllText(NextFile), $"The master key in '{NextFile}'")) is var next && next.Check == current.Check)
        {
            next.Dispose();
            System.IO.File.Move(NextFile, File, overwrite: true);
            Files.FolderSync.Run(Path.GetDirectoryName(File)!);
        }
    }

    private static byte[] Parse(string base64, string what)
    {
        var key = new byte[WrappingKey.Size];
        return Convert.TryFromBase64String(base64.Trim(), key, out var length) && length == WrappingKey.Size
            ? key
            : throw new DatabaseRefusedException($"{what} is not the base64 form of {WrappingKey.Size} bytes.");
    }

    private static byte[] Create(string path)
    {
        var key = RandomNumberGenerator.GetBytes(WrappingKey.Size);
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(path, options))
        {
            stream.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(key)));
            stream.Flush(flushToDisk: true);
        }

        Files.FolderSync.Run(folder);
        return key;
    }
}
