using System.Text;
using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;
using Workflows.Engine;

namespace Workflows.Tests.Storage;

public class CanonicalJsonTest
{
    /// <summary>The examples of RFC 8785, 3.2.2 and 3.2.3.</summary>
    [Test]
    public void Of_ExampleOfTheStandard_GivesItsAnswer()
    {
        const string given = """
            { "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false] }
            """;

        Text(given).Should().Be(
            """{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}""");
    }

    [Test]
    public void Of_NamesOutOfOrder_SortsByUtf16CodeUnits()
    {
        const string given = """
            {"\u20ac":"Euro","\r":"Return","\ufb33":"Dalet","1":"One","\ud83d\ude00":"Smile","\u0080":"Control","\u00f6":"o"}
            """;

        using var document = JsonDocument.Parse(Text(given));
        document.RootElement.EnumerateObject().Select(property => property.Name)
            .Should().Equal("\r", "1", "\u0080", "ö", "€", "\U0001F600", "\uFB33");
    }

    [TestCase("1e21", "1e+21")]
    [TestCase("999999999999999900000", "999999999999999900000")]
    [TestCase("1e-6", "0.000001")]
    [TestCase("1e-7", "1e-7")]
    [TestCase("-0", "0")]
    [TestCase("-1.5e-10", "-1.5e-10")]
    [TestCase("5e-324", "5e-324")]
    [TestCase("1.7976931348623157e308", "1.7976931348623157e+308")]
    [TestCase("9007199254740992", "9007199254740992")]
    [TestCase("100", "100")]
    [TestCase("123.456", "123.456")]
    public void Of_Number_PrintsAsEcmaScript(string given, string expected) => Text(given).Should().Be(expected);

    [Test]
    public void Of_NameTwice_Throws() => FluentActions.Invoking(() => Text("""{"a":1,"a":2}""")).Should().Throw<JsonException>();

    private static string Text(string json) => Encoding.UTF8.GetString(CanonicalJson.Of(Encoding.UTF8.GetBytes(json)));
}
