using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Scenarios.Filing;

public class When_information_is_gone_through
{
    [Test, Rule("HD-INV-01")]
    public void The_newest_comes_first_and_the_older_only_when_it_is_done()
    {
        var inventory = Inventories.Begun();
        var older = Inventories.Item.With("item.madeOn", "2002-12-31");
        inventory.Refuse("mark-item", older).CitesOnly("HD-INV-01", "第四条第二款");
        inventory.Fire("mark-item", Inventories.Item.With("item.madeOn", "2003-01-01"))["item.madeOn"].Should().Be("2003-01-01");
        inventory.Refuse("finish", Inventories.Summary);
        inventory.FireOnlyAs("office-head", "finish-since-2003");
        inventory.State.State.Should().Be("inventory/before-2003");
        inventory["recent.finishedOn"].Should().Be("2026-03-02");
        inventory.Fire("mark-item", older).Facts("catalogue-proactive").Should().HaveCount(2);
        inventory.Needs("finish", Inventories.Summary, "summary").FireOnlyAs("office-head", "finish", Inventories.Summary);
        inventory.State.State.Should().Be("finished");
        inventory.State.Outcome.Should().Be("finished");
        inventory.Issued.Should().Equal("inventory-report 桦清理〔2026〕1号");
        inventory.Letter("inventory-report").Template.Should().Be("huadian.inventory-report");
        inventory.Printed("inventory-report", "summary").Should().Be("共清理3条");
        inventory.Printed("inventory-report", "scope").Should().Be("建局以来未移交档案馆的全部信息");
    }

    [Test, Rule("HD-INV-01"), Rule("HD-INV-05")]
    public void The_head_of_the_disclosure_office_begins_it_and_says_of_what()
    {
        Case.RefuseToOpen(Catalogue.World(), Inventories.Procedure, Bodies.Bureau, Inventories.Scope.Without("scope"))
            .Fields.Select(problem => problem.Field).Should().Equal("scope");
        var world = Catalogue.World();
        world.Actor = Bodies.AllBut("office-head");
        Case.RefuseToOpen(world, Inventories.Procedure, Bodies.Bureau, Inventories.Scope).Code.Should().Be(RefusalCode.NotAllowed);
    }

    [Test, Rule("HD-INV-05")]
    public void The_successor_goes_through_what_a_merged_body_made()
    {
        var inventory = Inventories.Begun().Fire("mark-item", Inventories.Item);
        inventory["formerBodies"].Should().Be(1);
        inventory["item.madeBy"].Should().Be("桦甸市教育督导室");
        Text(inventory.Facts("catalogue-proactive").Single(), "madeBy").Should().Be("桦甸市教育督导室");
        inventory.Fire("finish-since-2003").Fire("finish", Inventories.Summary).Printed("inventory-report", "formerBodies").Should().Contain("桦甸市教育督导室");
    }

    [Test, Rule("HD-INV-02"), Rule("HD-INV-03"), Rule("HD-INV-01"), Rule("HD-INV-05")]
    public void Each_item_is_marked_by_the_disclosure_office()
    {
        var inventory = Inventories.Begun();
        inventory.Needs("mark-item", Inventories.Item, "item.title", "item.madeOn", "item.madeBy", "item.attribute", "item.invalid");
        inventory.FireOnlyAs("handler", "mark-item", Inventories.Item);
        inventory["item.title"].Should().Be("招生办法");
        inventory["item.attribute"].Should().Be("proactive");
        inventory["item.mark"].Should().BeNull();
    }

    [TestCase("proactive", "catalogue-proactive")]
    [TestCase("on-application", "catalogue-on-application")]
    [Rule("HD-INV-02"), Rule("HD-INV-03"), Rule("HD-INV-04")]
    public void It_goes_into_the_catalogue_of_its_kind_and_says_whether_it_is_in_force(string attribute, string catalogue)
    {
        var inventory = Inventories.Begun();
        foreach (var invalid in new[] { true, false })
        {
            inventory.Fire("mark-item", Inventories.Item.With("item.attribute", attribute).With("item.invalid", invalid).With("item.invalidReason", "已被取代"));
            var fact = inventory.Facts(catalogue).Last();
            Text(fact, "title").Should().Be("招生办法");
            Text(fact, "documentNumber").Should().Be("桦教字〔2025〕3号");
            fact.Values["madeOn"].Should().Be(new FieldValue.Date(World.Day("2025-05-06")));
            fact.Values["invalid"].Should().Be(new FieldValue.Boolean(invalid));
            inventory["item.mark"].Should().Be(invalid ? "无效" : null);
            inventory.Facts("non-disclosure-register").Should().BeEmpty();
        }
    }

    [TestCase("state-secret", false)]
    [TestCase("commercial-secret", false)]
    [TestCase("privacy", false)]
    [TestCase("security-or-stability", true)]
    [TestCase("other-law", true)]
    [Rule("HD-INV-02"), Rule("HD-INV-03"), Rule("HD-APP-20")]
    public void What_is_not_disclosed_has_its_reason_and_prepared_answer_and_enters_the_register(string ground, bool outside)
    {
        var inventory = Inventories.Begun();
        foreach (var (invalid, count) in new[] { (true, 1), (false, 2) })
        {
            inventory.Fire("mark-item", Inventories.Withheld(ground).With("item.invalid", invalid).With("item.invalidReason", "废止"));
            inventory["item.mark"].Should().Be(invalid ? "无效" : null);
            var entered = inventory.Facts("catalogue-not-disclosed").Should().HaveCount(count).And.Subject.Last();
            Text(entered, "preparedAnswer").Should().Be("经审查不予公开");
            entered.Values["invalid"].Should().Be(new FieldValue.Boolean(invalid));
            var entry = inventory.Facts("non-disclosure-register").Should().HaveCount(count).And.Subject.Last();
            Text(entry, "title").Should().Be("招生办法");
            Text(entry, "description").Should().Be("安全鉴定");
            Text(entry, "reason").Should().Be("依照保密范围");
            Text(entry, "secrecyLevel").Should().Be("confidential");
            entry.Values["outsideReport"].Should().Be(new FieldValue.Boolean(outside));
        }
    }

    [TestCase("state-secret", "item.ground")]
    [TestCase("state-secret", "item.reason")]
    [TestCase("state-secret", "item.preparedAnswer")]
    [TestCase("state-secret", "item.description")]
    [TestCase("state-secret", "item.secrecyLevel")]
    [TestCase("commercial-secret", "item.exception")]
    [TestCase("privacy", "item.exception")]
    [TestCase("other-law", "item.law")]
    [Rule("HD-INV-02")]
    public void Nothing_is_withheld_without(string ground, string field) =>
        Inventories.Begun().Refuse("mark-item", Inventories.Withheld(ground).Without(field)).Misses(field, "HD-INV-02");

    [TestCase("commercial-secret")]
    [TestCase("privacy")]
    [Rule("HD-INV-02")]
    public void With_consent_or_in_the_public_interest_it_is_not_withheld(string ground)
    {
        var inventory = Inventories.Begun();
        inventory.Refuse("mark-item", Inventories.Withheld(ground).With("item.exception", true)).CitesOnly("HD-INV-02", "第六条第(二)项");
        inventory.Fire("mark-item", Inventories.Withheld("state-secret").With("item.exception", true)).Facts("catalogue-not-disclosed").Should().HaveCount(1);
        inventory.Fire("mark-item", Inventories.Item).Facts("catalogue-proactive").Should().HaveCount(1);
    }

    [Test, Rule("HD-INV-03")]
    public void Why_it_is_no_longer_in_force_is_said()
    {
        var inventory = Inventories.Begun();
        var item = Inventories.Item.With("item.invalid", true);
        inventory.Refuse("mark-item", item).Misses("item.invalidReason", "HD-INV-03");
        inventory.Fire("mark-item", item.With("item.invalidReason", "已被取代"))["item.invalidReason"].Should().Be("已被取代");
        inventory.Fire("mark-item", Inventories.Item)["item.mark"].Should().BeNull("the next is in force");
    }

    private static string? Text(CaseEvent.FactRecorded fact, string value) => (fact.Values.GetValueOrDefault(value) as FieldValue.Text)?.Value;
}
