namespace Workflows.Storage;

/// <summary>The actions of the administrative log that change nothing: something was read that is not everyone's.</summary>
public static class ReadEntry
{
    /// <summary>A case of an agency in which the reader holds no role.</summary>
    public const string Case = "read.case";

    /// <summary>Cases of such agencies, as a list.</summary>
    public const string List = "read.list";

    /// <summary>Personal values in clear.</summary>
    public const string Personal = "read.personal";

    /// <summary>What a link shows of a case, by its holder.</summary>
    public const string Link = "read.link";

    /// <summary>A register, a report, a table.</summary>
    public const string Export = "read.export";
}
