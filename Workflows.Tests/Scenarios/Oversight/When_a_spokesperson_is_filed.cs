using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Scenarios.Oversight;

public class When_a_spokesperson_is_filed
{
    [Test, Rule("HD-SPK-01")]
    public void A_department_has_one_spokesperson_and_one_liaison_officer()
    {
        Case.OpeningNeeds(Spokespersons.Procedure, Bodies.Bureau, Spokespersons.OfTheDepartment, [.. Spokespersons.OfTheDepartment.Keys]);
        var one = Case.OpenOnlyAs("agency-leader", Catalogue.World().On("2026-03-02"), Spokespersons.Procedure, Bodies.Bureau, Spokespersons.OfTheDepartment);
        one.State.State.Should().Be("designated");
        one["spokesperson.name"].Should().Be("郑十");
        one["liaison.name"].Should().Be("冯一");
        one["liaison.phone"].Should().Be("0432-66220001");
    }

    [TestCase("level", "city", Description = "a vice mayor")]
    [TestCase("spokesperson.post", "other")]
    [TestCase("spokesperson.post", "vice-mayor")]
    [TestCase("spokesperson.suitable", false)]
    [Rule("HD-SPK-01")]
    public void The_leader_in_charge_speaks_for_a_department(string field, object value)
    {
        var posts = Spokespersons.OfTheDepartment.With("spokesperson.fullTime", true).With(field, value);
        Spokespersons.Designated(posts).Refuse("file").CitesOnly("HD-SPK-01", "第一条");
    }

    [Test, Rule("HD-SPK-01")]
    public void A_vice_mayor_speaks_for_the_city_and_does_nothing_else()
    {
        Spokespersons.Designated(Spokespersons.OfTheCity.Without("spokesperson.fullTime"), Bodies.Government).Refuse("file").CitesOnly("HD-SPK-01", "第一条");
        Spokespersons.Designated(Spokespersons.OfTheCity.With("spokesperson.fullTime", false), Bodies.Government).Refuse("file").CitesOnly("HD-SPK-01", "第一条");
        Spokespersons.Designated(Spokespersons.OfTheCity.With("spokesperson.post", "leader-in-charge"), Bodies.Government).Refuse("file").CitesOnly("HD-SPK-01", "第一条");
        var city = Spokespersons.Designated(Spokespersons.OfTheCity, Bodies.Government).Fire("file");
        city.State.State.Should().Be("filed");
        city["spokesperson.fullTime"].Should().Be(true);
    }

    [Test, Rule("HD-SPK-01")]
    public void What_cannot_be_filed_is_put_right_first()
    {
        var posts = Spokespersons.OfTheDepartment.Without("level");
        var one = Spokespersons.Designated(Spokespersons.OfTheDepartment.With("spokesperson.suitable", false));
        one.Needs("revise", posts, [.. posts.Keys]).FireOnlyAs("agency-leader", "revise", posts);
        one["spokesperson.suitable"].Should().Be(true);
        one.Fire("file").State.State.Should().Be("filed");
    }

    [Test, Rule("HD-SPK-01")]
    public void Both_are_filed_with_the_press_office()
    {
        var one = Spokespersons.Designated().FireOnlyAs("handler", "file");
        one.State.State.Should().Be("filed");
        one.Issued.Should().Equal("spokesperson-form 桦发言备〔2026〕1号");
        one.Letter("spokesperson-form").Template.Should().Be("huadian.spokesperson-form");
        one.Printed("spokesperson-form", "spokesperson.name").Should().Be("郑十");
        var filing = one.Child(Spokespersons.Filing);
        filing.State.Agency.Should().Be(Bodies.Press);
        filing.State.State.Should().Be("received");
        filing["spokesperson.post"].Should().Be("leader-in-charge");
        filing.Needs("record", Spokespersons.Alone, "onlyOne");
        filing.Refuse("record", Spokespersons.Alone.With("onlyOne", false)).CitesOnly("HD-SPK-01", "第三条");
        filing.FireOnlyAs("press-officer", "record", Spokespersons.Alone);
        filing.State.State.Should().Be("recorded");
        filing.State.Outcome.Should().Be("recorded");
        filing.Issued.Should().Equal("spokesperson-receipt 桦发言登〔2026〕1号");
        filing.Letter("spokesperson-receipt").Template.Should().Be("huadian.spokesperson-receipt");
        one.State.State.Should().Be("serving");
        one["filedOn"].Should().Be("2026-03-02");
    }

    [Test, Rule("HD-SPK-01")]
    public void What_the_press_office_returns_is_filed_anew()
    {
        var one = Spokespersons.Filed();
        var filing = one.Child(Spokespersons.Filing);
        filing.Needs("return", Spokespersons.Remarks, "remarks").FireOnlyAs("press-officer", "return", Spokespersons.Remarks);
        filing.State.State.Should().Be("returned");
        filing.State.Outcome.Should().Be("returned");
        one.State.State.Should().Be("designated");
        one["filing.remarks"].Should().Be("联络员没有联系电话");
        one.Fire("file").Child(Spokespersons.Filing, 1).Fire("record", Spokespersons.Alone);
        one.State.State.Should().Be("serving");
        one["filing.remarks"].Should().BeNull();
        one.Issued.Should().Equal("spokesperson-form 桦发言备〔2026〕1号", "spokesperson-form 桦发言备〔2026〕2号");
    }

    [Test, Rule("HD-SPK-01")]
    public void A_change_is_filed_again()
    {
        var one = Spokespersons.Serving().On("2026-10-08");
        one.Needs("change", Spokespersons.Changed, [.. Spokespersons.Changed.Keys]).FireOnlyAs("agency-leader", "change", Spokespersons.Changed);
        one.State.State.Should().Be("designated");
        one["spokesperson.name"].Should().Be("陈二");
        one["change.reason"].Should().Be("工作调动");
        var filing = one.Fire("file").Child(Spokespersons.Filing, 1);
        filing["spokesperson.name"].Should().Be("陈二");
        filing.Fire("record", Spokespersons.Alone);
        one.State.State.Should().Be("serving");
        one["filedOn"].Should().Be("2026-10-08");
    }

    [Test, Rule("HD-SPK-01")]
    public void It_lasts_as_long_as_the_agency()
    {
        var one = Spokespersons.Serving().Needs("end", Spokespersons.End, "end.reason").FireOnlyAs("agency-leader", "end", Spokespersons.End);
        one.State.State.Should().Be("ended");
        one.State.Outcome.Should().Be("ended");
        one["end.reason"].Should().Be("机构改革，机关撤销");
    }

    [Test, Rule("HD-SPK-01")]
    public void The_press_office_is_told_who_they_are()
    {
        var told = Spokespersons.OfTheDepartment.Without("spokesperson.suitable");
        Handover.IsComplete(Spokespersons.Filing, Bodies.Bureau, Bodies.Press, told, [.. told.Keys]);
        Handover.OnlyFromAnotherCase(Spokespersons.Filing, Bodies.Press, told);
    }
}
