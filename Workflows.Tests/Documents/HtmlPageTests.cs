using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Documents;

public class HtmlPageTests
{
    private static readonly string Page = Sample.BuiltIn("huadian.attachment-6").ToHtml();

    [Test]
    public void Page_IsChineseHtmlInUtf8_ForPaperOfSizeA4() =>
        Page.Should().StartWith("<!DOCTYPE html>\n<html lang=\"zh-CN\"").And.Contain("<meta charset=\"utf-8\"/>")
            .And.Contain("<title>桦甸市政府信息公开申请答复单</title>").And.Contain("@page { size: A4;");

    [Test]
    public void Page_ForbidsEverythingButItsOwnStyle()
    {
        var style = Regex.Match(Page, "<style>(.*?)</style>", RegexOptions.Singleline).Groups[1].Value;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Page.Should().Contain($"content=\"default-src 'none'; style-src 'sha256-{hash}'\"");
    }

    [Test]
    public void Table_KeepsSpansAndWidths() =>
        Sample.Of("<table><tr><th rowspan=\"2\" width=\"20%\">a</th><td class=\"right\" colspan=\"3\"><p class=\"center\">b</p></td></tr></table>").ToHtml()
            .Should().Contain("<tr><th rowspan=\"2\" width=\"20%\"><p>a</p></th><td class=\"right\" colspan=\"3\"><p class=\"center\">b</p></td></tr>");

    [Test]
    public void LineBreaksOfTheSource_PrintNothing() =>
        Sample.Of("<p>\n  一\n  {% if a %}\n    x\n  {% endif %}\n  二  三\n</p>").ToHtml().Should().Contain("<p>一二 三</p>");
}
