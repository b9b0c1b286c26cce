using FluentAssertions;
using NUnit.Framework;
using Workflows.Api.Documents;

namespace Workflows.Tests.Documents;

/// <summary>What the check lets pass can be rendered for every case: sources put together by chance.</summary>
public class TemplateCheckGapTests
{
    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<table>", "</table>", "<tr>", "</tr>", "<td>", "<td rowspan=\"3\" colspan=\"2\">", "</td>", "<u>", "</u>", "<br/>", "<h1>", "</h1>", "x", " ", "\n",
        "&amp;", "<", "{{ a }}", "{{ list }}", "{{ rows.first.name | stop }}", "{{ a | tick: 'x' }}", "{{ n | add: a | money | blank: n }}", "{{ 'q' | title: rows }}", "{{ b }}",
        "{% if a %}", "{% if a == n and list contains 'x' %}", "{% unless n != rows %}", "{% elsif a.b.c %}", "{% else %}", "{% endif %}", "{% endunless %}",
        "{% for r in rows %}", "{% for r in a %}", "{% for r in n %}", "{{ r.name }}", "{{ forloop.index }}", "{% endfor %}", "{% case n %}", "{% when 3, 'x' %}", "{% endcase %}",
        "{% assign a = rows | list %}", "{% comment %}", "{% endcomment %}", "{{ list | default: n | date_zh }}", "{% if empty == rows or nil %}", "{{ a.first.size }}",
    ];

    private static readonly DocumentData[] Cases =
    [
        Sample.Json("{}"),
        Sample.Json("""{ "a": "x", "n": 3, "b": true, "list": ["x", "y"], "rows": [{ "name": "甲" }, { "name": null }] }"""),
        Sample.Json("""{ "a": { "b": { "c": 1 } }, "n": "text", "list": "x", "rows": { "value": "x", "title": "乙" } }"""),
        Sample.Json("""{ "a": [[1], [2]], "n": [], "list": 5, "rows": [1, "x", null, true] }"""),
    ];

    [Test]
    public void Source_ThatPassesTheCheck_Renders([Range(1, 3)] int seed)
    {
        var random = new Random(seed);
        var rendered = 0;
        for (var round = 0; round < 600; round++)
        {
            var source = Balanced(random, random.Next(1, 5));
            if (random.Next(3) == 0)
                source = source.Insert(random.Next(source.Length + 1), Pieces[random.Next(Pieces.Length)]);
            if (!TemplateReader.Check(source).IsEmpty)
                continue;
            rendered++;
            foreach (var data in Cases)
                FluentActions.Invoking(() => DocumentRenderer.Render(new DocumentTemplate("test", 1, "t", source), data).ToHtml()).Should().NotThrow(source);
        }

        rendered.Should().BeGreaterThan(200);
    }

    private static string Balanced(Random random, int blocks) => string.Concat(Enumerable.Range(0, blocks).Select(_ => random.Next(4) switch
    {
        0 => $"<p>{Inline(random, 3)}</p>",
        1 => $"<table><tr><td rowspan=\"2\">{Inline(random, 2)}</td>{Wrapped(random, "<td>x</td>")}</tr>{Wrapped(random, "<tr><td>y</td></tr>")}</table>",
        2 => Wrapped(random, $"<h1>{Inline(random, 2)}</h1>"),
        _ => $"<p>{Inline(random, 1)}<u>{Inline(random, 2)}</u></p>",
    }));

    private static string Inline(Random random, int pieces) => string.Concat(Enumerable.Range(0, pieces).Select(_ =>
    {
        var piece = Pieces[random.Next(Pieces.Length)];
        return piece.StartsWith("{{", StringComparison.Ordinal) || piece is "x" or " " or "\n" or "&amp;" or "<br/>" ? Wrapped(random, piece) : "";
    }));

    private static string Wrapped(Random random, string inner) => random.Next(8) switch
    {
        0 => $"{{% if a == n and list contains 'x' %}}{inner}{{% elsif a.b.c %}}{inner}{{% endif %}}",
        1 => $"{{% unless n != rows %}}{inner}{{% else %}}{inner}{{% endunless %}}",
        2 => $"{{% for r in rows %}}{inner}{{% endfor %}}",
        3 => $"{{% for r in n %}}{inner}{{% else %}}{inner}{{% endfor %}}",
        4 => $"{{% case n %}}{{% when 3, 'x' %}}{inner}{{% else %}}{inner}{{% endcase %}}",
        5 => $"{{% assign a = rows | list %}}{inner}{{% if empty == rows or nil %}}{inner}{{% endif %}}",
        _ => inner,
    };
}
