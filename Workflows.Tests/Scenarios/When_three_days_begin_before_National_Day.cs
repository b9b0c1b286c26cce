using FluentAssertions;
using NUnit.Framework;
using Workflows.Tests.Scenarios.Baicheng;
using Workflows.Tests.Scenarios.Publication;

namespace Workflows.Tests.Scenarios;

/// <summary>Two texts say three days from Wednesday 30 September 2026; one says days, the other working days.</summary>
public class When_three_days_begin_before_National_Day
{
    [Test, Rule("BC-NRM-05"), Rule("CNT-03")]
    public void Three_days_end_on_the_first_working_day_after_it()
    {
        // 三日内. Calendar days: 1, 2 and 3 October. The third is a day off, so the period ends on the next working day, the 8th.
        var document = NormativeDocument.Issued("2026-09-21", "2026-09-23", "2026-09-30");
        document.Due("filing").Should().Be("2026-10-08");
    }

    [Test, Rule("HD-INT-04")]
    public void Three_working_days_end_on_the_third_day_that_is_worked_after_it()
    {
        // 三个工作日内. 1 to 7 October is the holiday; 8 and 9 October are the first and second working day; Saturday the 10th is worked in exchange and the third.
        var interpretation = Interpretations.Ready().On("2026-09-30").FireOnlyAs("drafter", "record-publication", Interpretations.PublishedOn("2026-09-30"));
        interpretation.Due("interpretation").Should().Be("2026-10-10");
    }
}
