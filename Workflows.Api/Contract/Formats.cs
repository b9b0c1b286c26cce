using Workflows.Api.Csv;
using Workflows.Api.Problems;

namespace Workflows.Api.Contract;

/// <summary>The format in which an answer is given: the parameter <c>format</c> if it is there, else what <c>Accept</c> asks for.</summary>
internal static class Formats
{
    /// <summary>JSON.</summary>
    public const string Json = "application/json";

    /// <summary>A page.</summary>
    public const string Html = "text/html";

    /// <summary>The media type of the answer; null when none can be given.</summary>
    /// <param name="http">The request.</param>
    /// <param name="format">The parameter: <c>json</c>, <c>csv</c>, <c>html</c>.</param>
    /// <param name="problem">Why none can be given.</param>
    /// <param name="offered">Media types that can be given, the preferred one first.</param>
    public static string? Choose(HttpContext http, string? format, out Problem? problem, params string[] offered)
    {
        problem = null;
        if (format is null)
        {
            var accepted = Accepted.Format(http.Request.Headers.Accept, offered);
            problem = accepted is null ? Problem.NotAcceptable($"可以提供的格式：{string.Join("、", offered)}") : null;
            return accepted;
        }

        var asked = offered.FirstOrDefault(type => Word(type) == format);
        problem = asked is null ? Problem.BadParameter("format", $"应为下列之一：{string.Join("、", offered.Select(Word))}") : null;
        return asked;
    }

    private static string Word(string type) => type switch
    {
        CsvTable.MediaType => "csv",
        Html => "html",
        _ => "json",
    };
}
