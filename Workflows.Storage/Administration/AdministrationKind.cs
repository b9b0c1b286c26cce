namespace Workflows.Storage;

/// <summary>
/// What someone administers. No one administers two: who changes what cases are decided by, who says who may do what, and who
/// watches both are three (三员分立).
/// </summary>
public enum AdministrationKind
{
    /// <summary>系统管理员: definitions, templates, calendars, agencies, the clock of a sandbox.</summary>
    System,

    /// <summary>安全管理员: accounts, access keys and the roles that they hold.</summary>
    Security,

    /// <summary>审计管理员: histories, logs and verification; reads every case and changes none.</summary>
    Audit,
}
