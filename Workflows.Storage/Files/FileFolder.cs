using Workflows.Engine;

namespace Workflows.Storage.Files;

/// <summary>
/// The folder of the encrypted files: <c>ab/cdef…</c> by SHA-256, what is coming in <c>incoming</c>, and in <c>unsettled</c> a mark for
/// each file of which it is not yet certain that the journal names it.
/// </summary>
internal sealed class FileFolder(string root)
{
    private const string Incoming = "incoming";
    private const string Unsettled = "unsettled";

    /// <summary>A place for a file that comes.</summary>
    public string NewPath()
    {
        Directory.CreateDirectory(Path.Combine(root, Incoming));
        return Path.Combine(root, Incoming, Path.GetRandomFileName());
    }

    /// <summary>Where a file is kept.</summary>
    public string PathOf(string stored) => Path.Combine(root, stored[..2], stored[2..]);

    /// <summary>Marks a file as uncertain, durably.</summary>
    public void Mark(CaseId id, string stored)
    {
        var folder = Path.Combine(root, Unsettled);
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(MarkPath(id, stored), []);
        FolderSync.Run(folder);
    }

    /// <summary>Moves a file that has come to where it is kept, durably.</summary>
    public void Move(string from, string stored)
    {
        var path = PathOf(stored);
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        File.Move(from, path);
        FolderSync.Run(folder);
        FolderSync.Run(root);
    }

    /// <summary>Takes a file away; one that is gone already is no matter.</summary>
    public void Delete(string stored)
    {
        if (Directory.Exists(Path.GetDirectoryName(PathOf(stored))))
            File.Delete(PathOf(stored));
    }

    /// <summary>Takes a mark away.</summary>
    public void Unmark(CaseId id, string stored) => File.Delete(MarkPath(id, stored));

    /// <summary>The marks.</summary>
    public IEnumerable<(CaseId Case, string Stored)> Marks() => Names(Unsettled).Select(name => name.Split('.'))
        .Where(parts => parts.Length == 2 && CaseId.TryParse(parts[0], out _))
        .Select(parts => CaseId.TryParse(parts[0], out var id) ? (id, parts[1]) : default);

    /// <summary>The files kept, by SHA-256.</summary>
    public IEnumerable<string> Kept() => Directory.Exists(root)
        ? Directory.EnumerateDirectories(root).Select(Path.GetFileName).Where(name => name is { Length: 2 })
            .SelectMany(name => Names(name!).Select(rest => name + rest))
        : [];

    /// <summary>Throws away what was coming when the process ended.</summary>
    public void EmptyIncoming()
    {
        foreach (var name in Names(Incoming))
            File.Delete(Path.Combine(root, Incoming, name));
    }

    private string MarkPath(CaseId id, string stored) => Path.Combine(root, Unsettled, $"{id}.{stored}");

    private string[] Names(string folder) => Directory.Exists(Path.Combine(root, folder))
        ? [.. Directory.EnumerateFiles(Path.Combine(root, folder)).Select(path => Path.GetFileName(path))]
        : [];
}
