using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Scenarios.Huadian;

public class When_the_form_is_filled_in
{
    private static readonly TestCaseData[] Persons = [new("citizen"), new("organisation")];

    [TestCaseSource(nameof(Persons)), Rule("HD-APP-02")]
    public void Everything_on_attachment_3_is_stored_and_printed(string kind)
    {
        var form = Form(kind);
        var application = Application.Accepted("2026-01-05", form);
        application.State.Fields.Keys.Should().Contain(form.Keys);
        application["request.media"].Should().Be("paper,email");
        application["request.delivery"].Should().Be("mail,fax");
        application.Letter("application-form").Template.Should().Be("huadian.attachment-3");
        application.Letter("application-form").Number.Text.Should().Be("桦依申〔2026〕1号");
        application.Printed("application-form", "applicant.name").Should().Be((string)form["applicant.name"]!);
    }

    [TestCase("applicant.name", "第四条第四款第(一)项", "缺少申请人姓名或者名称")]
    [TestCase("applicant.idType", "第四条第四款第(一)项", "个人申请缺少证件名称或者证件号码")]
    [TestCase("applicant.idNumber", "第四条第四款第(一)项", "个人申请缺少证件名称或者证件号码")]
    [TestCase("enclosures", "三(二)2", "个人申请缺少身份证复印件")]
    [TestCase("request.description", "第四条第四款第(二)项", "缺少所需信息的内容描述")]
    [TestCase("request.media", "第四条第四款第(三)项", "缺少对信息形式的要求")]
    [TestCase("applicant.signed", "附件3", "申请表没有签名或者盖章")]
    [TestCase("applicant.appliedOn", "附件3", "申请表没有写明申请时间")]
    [Rule("HD-APP-02")]
    public void A_citizen_is_not_accepted_without(string field, string article, string says) =>
        RefuseToAccept(Forms.Citizen.Without(field), article, says);

    [TestCase("applicant.name", "第四条第四款第(一)项", "缺少申请人姓名或者名称")]
    [TestCase("applicant.legalRepresentative", "第四条第四款第(一)项", "法人或者其他组织的申请缺少法定代表人")]
    [TestCase("request.description", "第四条第四款第(二)项", "缺少所需信息的内容描述")]
    [Rule("HD-APP-02")]
    public void An_organisation_is_not_accepted_without(string field, string article, string says) =>
        RefuseToAccept(Forms.Organisation.Without(field), article, says);

    [TestCase("code-certificate-copy")]
    [TestCase("licence-copy")]
    [Rule("HD-APP-02")]
    public void An_organisation_encloses_both_copies(string only) =>
        RefuseToAccept(Forms.Organisation.With("enclosures", new[] { only }), "三(二)2", "法人或者其他组织的申请缺少组织机构代码证复印件或者营业执照复印件");

    [Test, Rule("HD-APP-02")]
    public void One_way_to_reach_the_applicant_is_enough_and_none_is_not()
    {
        var silent = Forms.Citizen.Without("applicant.phone", "applicant.email", "applicant.address");
        RefuseToAccept(silent, "第四条第四款第(一)项", "缺少联系方式");
        foreach (var way in new[] { "applicant.phone", "applicant.email", "applicant.address", "applicant.contactPhone", "applicant.contactEmail" })
            Application.Accepted("2026-01-05", silent.With(way, "1")).State.State.Should().Be("accepted");
    }

    [TestCase("city")]
    [TestCase("province")]
    [Rule("HD-APP-02")]
    public void The_provincial_form_is_as_good_as_the_citys(string source) =>
        Application.Accepted("2026-01-05", Forms.Citizen.With("request.formSource", source))["request.formSource"].Should().Be(source);

    [Test, Rule("HD-APP-01"), Rule("HD-APP-02")]
    public void Which_form_was_used_and_who_applies_is_asked_for_at_once()
    {
        foreach (var field in new[] { "request.formSource", "applicant.kind", "channel" })
        {
            Case.RefuseToOpen(Catalogue.World().On("2026-01-05"), Application.Procedure, Bodies.Bureau, Forms.Citizen.Without(field))
                .Fields.Select(problem => problem.Field).Should().Contain(field);
        }
    }

    [Test, Rule("HD-APP-03")]
    public void The_applicants_own_records_need_an_identity_proof()
    {
        var own = Forms.Citizen.With("request.concernsOwnRecords", true);
        Application.Registered("2026-01-05", own).Refuse("accept", Application.Genuine).CitesOnly("HD-APP-03", "第四条第二款");
        Application.Accepted("2026-01-05", own.With("request.concernsOwnRecords", false)).State.State.Should().Be("accepted");
        Application.Accepted("2026-01-05", own.With("enclosures", new[] { "id-copy", "own-records-identity-proof" })).State.State.Should().Be("accepted");
    }

    [Test, Rule("HD-APP-27")]
    public void A_missing_purpose_stands_in_nobodys_way() =>
        Application.Accepted("2026-01-05", Forms.Citizen.Without("request.purpose"))["request.purpose"].Should().BeNull();

    private static Given Form(string kind) => kind == "citizen" ? Forms.Citizen : Forms.Organisation;

    private static void RefuseToAccept(Given form, string article, string says)
    {
        var refusal = Application.Registered("2026-01-05", form).Refuse("accept", Application.Genuine);
        refusal.CitesOnly("HD-APP-02", article);
        refusal.Unmet[0].Says.Should().Be(says);
    }
}
