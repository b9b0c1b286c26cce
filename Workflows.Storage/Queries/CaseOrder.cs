namespace Workflows.Storage;

/// <summary>Order of a list of cases.</summary>
public enum CaseOrder
{
    /// <summary>The last one opened comes first. New cases do not move the pages that follow.</summary>
    Newest,

    /// <summary>The first one due comes first; cases without a due date are left out.</summary>
    DueFirst,

    /// <summary>The order in which the cases were received.</summary>
    Received,

    /// <summary>The first one due comes first; cases without a due date follow, in the order received.</summary>
    Urgency,
}
