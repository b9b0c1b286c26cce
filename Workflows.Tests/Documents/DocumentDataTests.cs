using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;
using Workflows.Api.Documents;

namespace Workflows.Tests.Documents;

/// <summary>How values reach a template, and what its filters make of them.</summary>
public class DocumentDataTests
{
    [TestCase("""{ "a.b": "x" }""", "{{ a.b }}", "x")]
    [TestCase("""{ "a": { "b": "x" } }""", "{{ a.b }}", "x")]
    [TestCase("""{ "a.b.c": "x", "a": { "b": { "d": "y" } } }""", "{{ a.b.c }}{{ a.b.d }}", "xy")]
    [TestCase("""{ "a": "x", "a.b": "y" }""", "{{ a.value }}{{ a.b }}", "xy")]
    [TestCase("""{ "a.b": "y", "a": "x" }""", "{{ a.value }}{{ a.b }}", "xy")]
    [TestCase("""{ "clocks": { "third-party": { "due": "2026-10-22" } } }""", "{{ clocks.third-party.due | date_zh }}", "2026年10月22日")]
    [TestCase("""{ "case": { "agency": { "name": "教育局" } } }""", "{{ agency.name }}", "教育局")]
    [TestCase("""{ "document": { "issuedOn": "2026-10-22" } }""", "{{ document.date }}", "2026-10-22")]
    [TestCase("""{ "a": 12.50, "b": 3, "c": true }""", "{{ a }} {{ b }} {{ c }}", "12.5 3 true")]
    [TestCase("""{ "a": "x", "a.b": "y" }""", "{{ a }}", "x")]
    [TestCase("""{ "a.b": "y" }""", "{{ a }}", "")]
    [TestCase("""{ "labels": { "reply": { "grounds": ["国家秘密", "个人隐私"] } } }""", "{{ labels.reply.grounds }}", "国家秘密、个人隐私")]
    [TestCase("{}", "{{ a.b.c }}", "")]
    [TestCase("""{ "a": null }""", "{{ a }}", "")]
    public void Name_IsRead(string json, string place, string printed) => Printed(place, json).Should().Be(printed);

    [TestCase("""{ "way": "mail", "labels": { "way": "邮寄" } }""", "{% if way == 'mail' %}{{ way }}、{{ way | title }}、{{ way | blank: 4 }}{% endif %}", "邮寄、邮寄、邮寄")]
    [TestCase("""{ "to": { "ways": ["mail", "fax"] }, "labels": { "to": { "ways": ["邮寄", "传真"] } } }""", "{{ to.ways | title }}{{ to.ways | tick: 'fax' }}", "邮寄、传真☑")]
    [TestCase("""{ "way": { "value": "mail", "reason": "远" }, "labels": { "way": "邮寄" } }""", "{{ way | title }}{{ way.reason }}", "邮寄远")]
    [TestCase("""{ "rows": [{ "way": "mail" }, { "name": "x" }], "labels": { "rows": [{ "way": "邮寄" }, {}] } }""", "{% for row in rows %}{{ row.way }}{{ row.name }}{% endfor %}", "邮寄x")]
    [TestCase("""{ "ways": ["mail"], "labels": { "ways": ["邮寄", "传真"], "none": "无" } }""", "{{ ways }}{{ none }}", "mail")]
    public void ShownName_StandsAtTheSamePlaceAmongTheLabels(string json, string place, string printed) => Printed(place, json).Should().Be(printed);

    [TestCase("'2026-03-02' | date_zh", "2026年3月2日")]
    [TestCase("'2026-03-02T16:05:00Z' | date_zh", "2026年3月3日")]
    [TestCase("'2026-03-02T16:05:00Z' | datetime_zh", "2026年3月3日0时05分")]
    [TestCase("'2026-03-02' | datetime_zh", "2026年3月2日")]
    [TestCase("'三月初' | date_zh", "三月初")]
    [TestCase("a | date_zh", "　　　　年　　月　　日")]
    [TestCase("a | datetime_zh", "　　　　年　　月　　日　　时　　分")]
    [TestCase("a | blank: 3", "　　　")]
    [TestCase("'x' | blank: 3", "x")]
    [TestCase("a | default: 'y'", "y")]
    [TestCase("'x' | default: 'y'", "x")]
    [TestCase("12 | money", "12.00")]
    [TestCase("'x' | money", "x")]
    [TestCase("a | money", "")]
    [TestCase("1 | add: 2 | money", "3.00")]
    [TestCase("1 | add: a | money", "1.00")]
    [TestCase("a | add: a | money", "")]
    [TestCase("'x' | stop", "x。")]
    [TestCase("'x。' | stop", "x。")]
    [TestCase("a | stop", "")]
    [TestCase("a | tick", "□")]
    [TestCase("'x' | tick", "☑")]
    [TestCase("'x' | tick: 'x'", "☑")]
    [TestCase("'x' | tick: 'y'", "□")]
    [TestCase("true | tick", "☑")]
    [TestCase("false | tick", "□")]
    [TestCase("false | tick: false", "☑")]
    public void Filter_OfPlainValue(string place, string printed) => Printed($"{{{{ {place} }}}}", "{}").Should().Be(printed);

    private const string Choices = """{ "one": { "value": "mail", "title": "邮寄" }, "many": [{ "value": "a", "title": "甲" }, { "value": "b", "title": "乙" }], "plain": ["a", "b"], "names": { "a": "甲", "b": "乙", "mail": "邮寄" }, "code": "mail", "none": [] }""";

    [TestCase("{{ one }}", "邮寄")]
    [TestCase("{{ one | title }}", "邮寄")]
    [TestCase("{{ many }}", "甲、乙")]
    [TestCase("{{ one | default: 'x' | blank: 2 }}", "邮寄")]
    [TestCase("{{ one | tick: 'mail' }}{{ one | tick: 'fax' }}", "☑□")]
    [TestCase("{% if one == 'mail' %}yes{% endif %}", "yes")]
    [TestCase("{% case one %}{% when 'mail' %}yes{% endcase %}", "yes")]
    [TestCase("{{ many | title }}", "甲、乙")]
    [TestCase("{{ many | list: '；' }}", "甲；乙")]
    [TestCase("{{ many | tick: 'b' }}{{ many | tick: 'c' }}", "☑□")]
    [TestCase("{% if many contains 'b' %}yes{% endif %}{% if many contains 'c' %}no{% endif %}", "yes")]
    [TestCase("{{ plain | title: names }}", "甲、乙")]
    [TestCase("{{ plain | list }}", "a、b")]
    [TestCase("{{ code | title: names }}", "邮寄")]
    [TestCase("{{ plain | tick: 'a' }}", "☑")]
    [TestCase("{{ none | tick }}{{ none | default: 'x' }}", "□x")]
    [TestCase("{{ names | tick: 'a' }}", "□")]
    public void Choice_IsComparedByValueAndPrintedByTitle(string place, string printed) => Printed(place, Choices).Should().Be(printed);

    [Test]
    public void Data_ThatIsNoObject_IsRefused() =>
        FluentActions.Invoking(() => DocumentData.From(JsonDocument.Parse("[]").RootElement)).Should().Throw<ArgumentException>();

    private static string Printed(string place, string json) => Sample.Paragraphs(Sample.Of($"<p>{place}</p>", json)).Single();
}
