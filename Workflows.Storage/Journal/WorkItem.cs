namespace Workflows.Storage.Journal;

/// <summary>One caller's work in a group.</summary>
internal abstract class WorkItem
{
    /// <summary>Runs the work, anew if the group is begun again; what it throws undoes it.</summary>
    public abstract void Run(UnitOfWork unit);

    /// <summary>After the commit: the caller gets the result, or what the work threw.</summary>
    public abstract void Complete();

    /// <summary>Sets what the caller gets instead of a result.</summary>
    public abstract void Refuse(Exception error);
}

/// <inheritdoc/>
internal sealed class WorkItem<T>(Func<UnitOfWork, T> work) : WorkItem
{
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T result = default!;
    private Exception? error;

    public Task<T> Task => completion.Task;

    public override void Run(UnitOfWork unit)
    {
        error = null;
        result = work(unit);
    }

    public override void Refuse(Exception error) => this.error = error;

    public override void Complete()
    {
        if (error is null)
            completion.SetResult(result);
        else
            completion.SetException(error);
    }
}
