using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Tests.Scenarios.Huadian;

namespace Workflows.Tests.Scenarios.Publication;

public class When_it_is_delivered
{
    [Test, Rule("HD-DEL-01"), Rule("HD-DEL-05")]
    public void Publication_opens_it_with_the_same_twenty_working_days()
    {
        var disclosure = Disclosures.Published();
        var delivery = disclosure.Child(Deliveries.Procedure);
        delivery.State.Agency.Should().Be(Bodies.Bureau);
        delivery.State.State.Should().Be("preparation");
        delivery["information.title"].Should().Be("2026年义务教育招生工作方案");
        delivery["information.documentNumber"].Should().Be("桦教发〔2026〕9号");
        delivery["information.kind"].Should().Be("information");
        delivery["occasion"].Should().Be("made");
        delivery.Due("delivery").Should().Be("2026-03-30", "twenty working days after 2 March, when it was made");
    }

    [Test, Rule("HD-DEL-01")]
    public void Over_the_spring_festival_it_has_until_6_March() =>
        Case.Open(Catalogue.World().On("2026-02-03"), Deliveries.Procedure, Bodies.Bureau, Deliveries.Guide.With("information.changedOrMadeOn", "2026-02-02"))
            .Due("delivery").Should().Be("2026-03-06");

    [TestCase("guide")]
    [TestCase("catalogue")]
    [TestCase("annual-report")]
    [Rule("HD-DEL-05")]
    public void Guide_catalogue_and_annual_report_are_delivered_too(string kind) =>
        Case.Open(Catalogue.World(), Deliveries.Procedure, Bodies.Bureau, Deliveries.Guide.With("information.kind", kind).Without("information.changedOrMadeOn"))
            .State.State.Should().Be("preparation");

    [TestCase("information.title")]
    [TestCase("occasion")]
    [Rule("HD-DEL-01")]
    public void It_has_a_title_and_an_occasion(string field) =>
        Case.RefuseToOpen(Catalogue.World().On("2026-03-02"), Deliveries.Procedure, Bodies.Bureau, Deliveries.Guide.Without(field))
            .Fields.Select(problem => problem.Field).Should().Equal(field);

    [Test, Rule("HD-DEL-02")]
    public void A_joint_document_is_delivered_by_the_agency_that_leads()
    {
        Case.RefuseToOpen(Catalogue.World().On("2026-03-02"), Deliveries.Procedure, Bodies.Bureau, Deliveries.Guide.With("information.joint", "taking-part"))
            .CitesOnly("HD-DEL-02", "第七条第三款");
        Case.Open(Catalogue.World().On("2026-03-02"), Deliveries.Procedure, Bodies.Bureau, Deliveries.Guide.With("information.joint", "leading"))
            .State.State.Should().Be("preparation");
    }

    [Test, Rule("HD-DEL-01")]
    public void Only_the_deliverer_opens_it()
    {
        var world = Catalogue.World().On("2026-03-02");
        world.Actor = Bodies.AllBut("handler");
        Case.RefuseToOpen(world, Deliveries.Procedure, Bodies.Bureau, Deliveries.Guide).Code.Should().Be(RefusalCode.NotAllowed);
    }

    [Test, Rule("HD-DEL-01")]
    public void Two_originals_on_paper_and_the_electronic_text()
    {
        var delivery = Deliveries.Opened();
        delivery.Needs("deliver", Deliveries.Materials, "delivery.way", "delivery.marked", "delivery.originals", "delivery.electronicFormat");
        delivery.Refuse("deliver", Deliveries.Materials.With("delivery.originals", 1)).CitesOnly("HD-DEL-01", "第七条第二款");
        delivery.Refuse("deliver", Deliveries.Materials.With("delivery.marked", false)).CitesOnly("HD-DEL-01", "第七条");
        delivery.Fire("deliver", Deliveries.Materials.With("delivery.way", "in-person").Without("delivery.marked")).State.State.Should().Be("delivered");
    }

    [Test, Rule("HD-DEL-05")]
    public void The_index_conforms_to_the_citys_catalogue()
    {
        Deliveries.Opened().Needs("deliver", Deliveries.Materials, "delivery.indexConforms")
            .Refuse("deliver", Deliveries.Materials.With("delivery.indexConforms", false)).CitesOnly("HD-DEL-05", "第七条第二款");
    }

    [Test, Rule("HD-DEL-03"), Rule("HD-DEL-06")]
    public void A_change_goes_with_the_new_catalogue_and_the_electronic_copy_is_changed_at_the_same_time()
    {
        var delivery = Deliveries.Opened("changed");
        delivery.Needs("deliver", Deliveries.Changed, "delivery.newCatalogue", "delivery.systemChanged", "delivery.originals", "delivery.electronicFormat");
        delivery.Refuse("deliver", Deliveries.Changed.With("delivery.newCatalogue", false)).CitesOnly("HD-DEL-03", "第八条");
        delivery.Refuse("deliver", Deliveries.Changed.With("delivery.systemChanged", false)).CitesOnly("HD-DEL-06", "第八条");
        delivery.Refuse("deliver", Deliveries.Changed.With("delivery.originals", 1)).CitesOnly("HD-DEL-01", "第七条第二款");
        delivery.Fire("deliver", Deliveries.Changed).At(Bodies.Archive)["occasion"].Should().Be("changed");
    }

    [Test, Rule("HD-DEL-03"), Rule("HD-DEL-06"), Rule("HD-DEL-01")]
    public void A_repeal_goes_with_the_list_of_what_is_repealed()
    {
        var delivery = Deliveries.Opened("repealed");
        delivery.Needs("deliver", Deliveries.Repealed, "repealed", "delivery.systemChanged");
        delivery.Fire("deliver", Deliveries.Repealed)["repealed"].Should().Be(1);
        delivery.At(Bodies.Library).Fire("confirm", Deliveries.HandOver.With("receipt.originals", 0).With("receipt.electronic", false)).State.Outcome.Should().Be("confirmed");
    }

    [Test, Rule("HD-DEL-03")]
    public void What_was_published_and_is_changed_is_delivered_as_a_change()
    {
        var changed = Disclosures.Opened(information: Disclosures.Information.With("information.occasion", "changed"))
            .Fire("record-own-secrecy-conclusion", Disclosures.Concluding("may-disclose")).Fire("publish", Disclosures.Website);
        changed.State.Children.Should().ContainSingle().Which.Linked.Should().BeTrue();
        changed.Child(Deliveries.Procedure)["occasion"].Should().Be("changed");
    }

    [Test, Rule("HD-DEL-03")]
    public void What_was_published_and_is_repealed_is_delivered_as_a_repeal()
    {
        var disclosure = Disclosures.Published().On("2026-04-01");
        var repeal = new Given { ["repealed.on"] = "2026-04-01" };
        disclosure.Needs("record-repeal", repeal, "repealed.on").FireOnlyAs("handler", "record-repeal", repeal);
        var delivery = disclosure.Child(Deliveries.Procedure, 1);
        delivery["occasion"].Should().Be("repealed");
        delivery.Due("delivery").Should().Be("2026-04-30");
    }

    [Test, Rule("HD-DEL-01"), Rule("HD-DEL-04")]
    public void Archive_library_and_openness_office_each_get_it()
    {
        var delivery = Deliveries.Opened().FireOnlyAs("handler", "deliver", Deliveries.Materials);
        delivery.State.Children.Select(child => child.Agency).Should().Equal(Bodies.Archive, Bodies.Library, Bodies.Openness);
        delivery.At(Bodies.Archive)["recipient"].Should().Be("archive");
        delivery.At(Bodies.Library)["recipient"].Should().Be("library");
        delivery.At(Bodies.Openness)["recipient"].Should().Be("openness");
        var receipt = delivery.At(Bodies.Archive);
        receipt["information.title"].Should().Be("桦甸市教育局政府信息公开指南");
        receipt["information.documentNumber"].Should().Be("桦教发〔2026〕1号");
        receipt["occasion"].Should().Be("made");
    }

    [Test, Rule("HD-DEL-04")]
    public void The_recipient_takes_only_what_says_what_it_is()
    {
        var input = new Given { ["recipient"] = "archive", ["information.title"] = "指南", ["information.documentNumber"] = "1", ["occasion"] = "made" };
        Handover.IsComplete(Deliveries.Receipt, Bodies.Bureau, Bodies.Archive, input, "recipient", "information.title", "occasion");
        Handover.OnlyFromAnotherCase(Deliveries.Receipt, Bodies.Archive, input);
    }

    [TestCase(Bodies.Archive)]
    [TestCase(Bodies.Library)]
    [Rule("HD-DEL-04"), Rule("HD-DEL-01")]
    public void It_ends_only_when_a_reading_place_confirms(string place)
    {
        var delivery = Deliveries.Delivered();
        var office = delivery.At(Bodies.Openness).Fire("confirm", Deliveries.HandOver);
        office.State.Outcome.Should().Be("received");
        office.Issued.Should().Equal("hand-over-record 桦交接〔2026〕1号");
        office.Printed("hand-over-record", "receipt.confirmedOn").Should().Be("2026-03-02");
        delivery.State.State.Should().Be("delivered", "the openness office is no reading place");
        delivery.Due("delivery").Should().Be("2026-03-30");

        var receipt = delivery.On("2026-03-04").At(place);
        receipt.Needs("confirm", Deliveries.HandOver, [.. Deliveries.HandOver.Keys]);
        receipt.FireOnlyAs("receiver", "confirm", Deliveries.HandOver);
        receipt.State.Outcome.Should().Be("confirmed");
        receipt.Letter("hand-over-record").Template.Should().Be("huadian.hand-over-record");
        receipt.Letter("hand-over-record").Number.Text.Should().StartWith("桦交接〔2026〕");
        receipt.Printed("hand-over-record", "receipt.deliverer").Should().Be("张三");
        receipt.Printed("hand-over-record", "receipt.receiver").Should().Be("李四");
        receipt.Printed("hand-over-record", "receipt.confirmedOn").Should().Be("2026-03-04");
        delivery.State.Outcome.Should().Be("confirmed");
        delivery["receipt.confirmedOn"].Should().Be("2026-03-04");
        delivery["receipt.receiver"].Should().Be("李四");
        delivery.State.Clocks.Should().BeEmpty();
    }

    [Test, Rule("HD-DEL-01")]
    public void Nothing_incomplete_is_confirmed()
    {
        var receipt = Deliveries.Delivered().At(Bodies.Archive);
        receipt.Refuse("confirm", Deliveries.HandOver.With("receipt.originals", 1)).CitesOnly("HD-DEL-01", "第七条第二款");
        receipt.Refuse("confirm", Deliveries.HandOver.With("receipt.electronic", false)).CitesOnly("HD-DEL-01", "第七条第二款");
    }

    [Test, Rule("HD-DEL-04")]
    public void What_is_returned_is_delivered_again()
    {
        var delivery = Deliveries.Delivered();
        var all = new Given { ["recipients"] = new[] { "archive", "library", "openness" } };
        delivery.Refuse("deliver-again", all).CitesOnly("HD-DEL-04", "第九条");
        var returned = new Given { ["returned.reason"] = "缺一份原件" };
        var receipt = delivery.At(Bodies.Archive).Needs("return", returned, "returned.reason").FireOnlyAs("receiver", "return", returned);
        receipt.State.Outcome.Should().Be("returned");
        delivery["returned.reason"].Should().Be("缺一份原件");
        delivery.State.State.Should().Be("delivered");
        delivery.Needs("deliver-again", all, "recipients").FireOnlyAs("handler", "deliver-again", new Given { ["recipients"] = new[] { "archive" } });
        delivery.State.Children.Should().HaveCount(4);
        delivery.At(Bodies.Archive)["recipient"].Should().Be("archive");
        delivery.Fire("deliver-again", new Given { ["recipients"] = new[] { "library", "openness" } });
        delivery.State.Children.Should().HaveCount(6);
        delivery.At(Bodies.Library)["recipient"].Should().Be("library");
        delivery.At(Bodies.Openness)["recipient"].Should().Be("openness");
        delivery.At(Bodies.Openness)["information.title"].Should().Be("桦甸市教育局政府信息公开指南");
        delivery.At(Bodies.Archive).Fire("confirm", Deliveries.HandOver);
        delivery["returned.reason"].Should().BeNull();
        delivery.State.Outcome.Should().Be("confirmed");
        delivery.Fire("deliver-again", all).State.Children.Should().HaveCount(9, "also after the delivery has ended");
    }

    [Test, Rule("HD-DEL-06")]
    public void What_is_not_delivered_in_time_is_found_in_the_assessment_and_still_delivered()
    {
        var delivery = Deliveries.Opened().On("2026-03-31");
        var finding = delivery.Facts("assessment-finding").Should().ContainSingle().Subject;
        finding.Values.Keys.Should().BeEquivalentTo("matter", "source", "foundOn");
        finding.Values["source"].Should().Be(new FieldValue.Text("delivery"));
        delivery.Fire("deliver", Deliveries.Materials).On("2026-05-29").Facts("assessment-finding").Should().ContainSingle();
        Deliveries.Delivered().On("2026-03-31").Facts("assessment-finding").Should().ContainSingle("delivery ends only with the confirmation");
    }

    [Test, Rule("HD-DEL-06")]
    public void For_what_is_late_an_order_to_correct_is_proposed_and_nobody_is_held_to_account()
    {
        var delivery = Deliveries.Opened("changed").On("2026-03-31");
        delivery.State.Children.Should().ContainSingle().Which.Linked.Should().BeTrue();
        var order = delivery.Child(Accountability.Order);
        order.State.Agency.Should().Be(Bodies.Supervision);
        order["concerns.agency"].Should().Be(Bodies.Bureau);
        order["ground"].Should().Be("delivery");
        order["orderingBody"].Should().Be("supervisory-organ");
        order["matter"].Should().Be("没有按规定期限送交政府公开信息");
        delivery.Fire("deliver", Deliveries.Changed).At(Bodies.Archive).Fire("confirm", Deliveries.HandOver);
        delivery.State.Outcome.Should().Be("confirmed", "the order does not hold it up");
        order.Fire("order", Accountability.Demand.With("correction.by", "2026-04-10")).On("2026-04-13")
            .Fire("find-not-corrected", new Given { ["correction.result"] = "未改正", ["grave"] = true }).State.Children.Should().BeEmpty();
    }

    [Test, Rule("HD-DEL-06")]
    public void A_reading_place_reports_deliveries_and_use()
    {
        var delivery = Deliveries.Delivered();
        var receipt = delivery.At(Bodies.Archive).Fire("confirm", Deliveries.HandOver);
        receipt.Facts("delivery").Should().ContainSingle().Which.Values.Keys.Should().BeEquivalentTo("title", "documentNumber", "occasion", "confirmedOn");
        delivery.At(Bodies.Openness).Fire("confirm", Deliveries.HandOver).Facts("delivery").Should().BeEmpty();

        var use = new Given { ["use.readers"] = 31, ["use.items"] = 57, ["use.remarks"] = "多为学生家长" };
        Case.Open(delivery.World, Deliveries.Report, Bodies.Government, [])["deliveries"].Should().BeNull("it reports what was delivered to itself");
        var report = Case.Open(delivery.World, Deliveries.Report, Bodies.Archive, []);
        report["deliveries"].Should().Be(1);
        report.Needs("report", use, "use.readers", "use.items").FireOnlyAs("receiver", "report", use);
        report.State.Outcome.Should().Be("reported");
        report.Issued.Should().Equal("reading-place-report 桦查报〔2026〕1号");
        report.Letter("reading-place-report").Template.Should().Be("huadian.reading-place-report");
        report.Printed("reading-place-report", "use.remarks").Should().Be("多为学生家长");
        report.Facts("reading-place-report").Should().ContainSingle().Which.Agency.Should().Be(Bodies.Openness);
        Case.Open(delivery.World, Deliveries.Report, Bodies.Archive, [])["deliveries"].Should().BeNull("a delivery is reported once");
        delivery.World.Actor = Bodies.AllBut("receiver");
        Case.RefuseToOpen(delivery.World, Deliveries.Report, Bodies.Archive, []).Code.Should().Be(RefusalCode.NotAllowed);
    }
}
