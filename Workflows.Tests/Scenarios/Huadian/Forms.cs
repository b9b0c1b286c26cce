namespace Workflows.Tests.Scenarios.Huadian;

/// <summary>Attachment 3 as applicants fill it in.</summary>
internal static class Forms
{
    private static Given Common { get; } = new()
    {
        ["channel"] = "email",
        ["request.mark"] = true,
        ["request.formSource"] = "city",
        ["applicant.address"] = "桦甸市人民路1号",
        ["applicant.postcode"] = "132400",
        ["applicant.phone"] = "0432-60000001",
        ["applicant.email"] = "a@example.cn",
        ["applicant.signed"] = true,
        ["applicant.appliedOn"] = "2026-01-05",
        ["request.description"] = "2025年中小学校舍维修资金安排",
        ["request.indexNumber"] = "220282-2025-17",
        ["request.purpose"] = "科研",
        ["request.media"] = new[] { "paper", "email" },
        ["request.delivery"] = new[] { "mail", "fax" },
        ["request.otherFormAccepted"] = true,
    };

    public static Given Citizen { get; } = Common.With(new Given
    {
        ["applicant.kind"] = "citizen",
        ["applicant.name"] = "张三",
        ["applicant.employer"] = "桦甸市第一中学",
        ["applicant.idType"] = "居民身份证",
        ["applicant.idNumber"] = "220282199001010011",
        ["enclosures"] = new[] { "id-copy" },
    });

    public static Given Organisation { get; } = Common.With(new Given
    {
        ["applicant.kind"] = "organisation",
        ["applicant.name"] = "桦甸某某有限公司",
        ["applicant.organisationCode"] = "91220282MA00000000",
        ["applicant.licence"] = "220282000000000",
        ["applicant.legalRepresentative"] = "李四",
        ["applicant.contactName"] = "王五",
        ["applicant.contactPhone"] = "0432-60000002",
        ["applicant.contactEmail"] = "b@example.cn",
        ["enclosures"] = new[] { "code-certificate-copy", "licence-copy" },
    });
}
