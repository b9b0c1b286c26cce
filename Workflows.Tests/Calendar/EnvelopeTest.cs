using FluentAssertions;
using NUnit.Framework;
using Workflows.Calendar;

namespace Workflows.Tests.Calendar;

[Rule("CNT-05")]
public class EnvelopeTest
{
    private static readonly CalendarNotice[] Notices = [.. CalendarArchive.Official.Notices.Where(notice => notice.Year >= 2008)];

    [Test]
    public void Envelope_HoldsEveryArrangementAsAmended()
    {
        foreach (var arrangement in Notices.SelectMany(notice => Arrangement.Of(notice)))
            Envelope.OfAnnouncedYears.For(arrangement.Festival).Hold(arrangement).Should().BeTrue($"{arrangement}");
    }

    [TestCaseSource(nameof(Notices))]
    public void Envelope_OfTheOtherYears_HoldsTheNoticeAsFirstPublished(CalendarNotice notice)
    {
        var others = new Envelope(Notices.Where(other => other.Year != notice.Year).SelectMany(other => Arrangement.Of(other)));
        foreach (var arrangement in Arrangement.Of(notice, notice.Published))
            others.For(arrangement.Festival).Hold(arrangement).Should().BeTrue($"{arrangement}");
    }

    [Test]
    public void Envelope_IsAsWideAsTheYearsAnnounced()
    {
        Envelope.OfAnnouncedYears.For("春节").Should().Be(new Bounds(-2, 7, -14, 14, 3, 2, 2));
        Envelope.OfAnnouncedYears.For("清明节").Should().Be(new Bounds(-2, 2, -7, 8, 2, 2, 0));
        Envelope.OfAnnouncedYears.For("抗战胜利70周年纪念日").Should().Be(new Bounds(0, 1, 0, 6, 2, 1, 1));
    }
}
