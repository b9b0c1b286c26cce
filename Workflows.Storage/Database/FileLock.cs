namespace Workflows.Storage.Database;

/// <summary>Keeps a second process (and a second opener in this one) away from the database.</summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream stream;

    public FileLock(string path)
    {
        try
        {
            stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException inner)
        {
            throw new DatabaseRefusedException(
                $"The database is in use: another process holds '{path}'. One process serves a data folder at a time.", inner);
        }
    }

    public void Dispose() => stream.Dispose();
}
