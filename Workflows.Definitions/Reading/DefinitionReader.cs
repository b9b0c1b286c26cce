namespace Workflows.Definitions;

/// <summary>Reads the text of a procedure. Whatever the text, it answers with diagnostics and does not throw.</summary>
public static class DefinitionReader
{
    /// <summary>Reads the form, the names and the types; the checks of the procedure as a whole are not run.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="fileName">Name shown in diagnostics.</param>
    public static ReadResult Read(string yaml, string? fileName = null)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        var complaints = new Complaints(fileName);
        if (SourceParser.Parse(yaml, complaints) is not { } root)
            return new(null, complaints.InOrder());
        var reading = new Reading(complaints);
        var definition = ProcedureReader.Read(reading, root, yaml);
        return new(complaints.HasErrors ? null : definition, complaints.InOrder()) { Locations = reading.Locations };
    }

    /// <summary>Reads the text and, when it can be read, checks the procedure as a whole.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="fileName">Name shown in diagnostics.</param>
    public static ReadResult ReadAndCheck(string yaml, string? fileName = null)
    {
        var read = Read(yaml, fileName);
        if (read.Definition is null)
            return read;
        var found = DefinitionChecks.Check(read.Definition, read.Locations).Select(d => d with { File = fileName });
        return read with { Diagnostics = [.. read.Diagnostics.Concat(found).OrderBy(d => d.Line).ThenBy(d => d.Column)] };
    }
}
