namespace Workflows.Engine;

/// <summary>Is told of commands, to measure them. The engine itself reads no clock.</summary>
public interface ICommandWatch
{
    /// <summary>A command has come.</summary>
    /// <returns>What is told how it goes on; null when nobody wants to know, which costs nothing further.</returns>
    IWatchedCommand? Begin(CaseRequest request);
}

/// <summary>One command that is watched.</summary>
public interface IWatchedCommand
{
    /// <summary>Its turn has come within the writer's transaction; again when the group is taken apart.</summary>
    void Deciding();

    /// <summary>It has been decided and its rows are written, not yet committed.</summary>
    void Decided();

    /// <summary>It is durable, refused or failed.</summary>
    /// <param name="outcome">What became of it; null when the store could not commit.</param>
    void Ended(CaseOutcome? outcome);
}
