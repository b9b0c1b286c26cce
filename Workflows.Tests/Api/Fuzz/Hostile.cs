namespace Workflows.Tests.Api.Fuzz;

/// <summary>Values that have broken services before.</summary>
internal static class Hostile
{
    /// <summary>Stands for a personal value: it must be in no log and in no refusal.</summary>
    public const string Mark = "令狐标记";

    /// <summary>JSON values of the wrong kind, at the edge, or beyond.</summary>
    public static readonly string[] Json =
    [
        "null", "true", "[]", "{}", "0", "-1", "1e400", "-1e400", "1e-400", "99999999999999999999999999999999999999", "-9223372036854775809", "0.1e1", "\"\"", "[[[[[[]]]]]]",
        "\"\\u0000\"", "\"\\ud800\"", "\"\\udfff\\ud800\"", "\"a\\u202eb\"", "\"2026-02-30\"", "\"0000-00-00\"", "\"-9998-01-01\"", "\"9999-12-31\"", "\"1900-01-01\"", "\"2999-12-31\"",
        "\"9999-12-31T23:59:59.999999999Z\"", "\"0001-01-01T00:00:00+18:00\"", "\"1900-01-01T00:00:00Z\"", "\"2026-03-02T25:00:00+08:00\"", "\"<script>alert(1)</script>\"",
        "\"{{ 7 | times: 7 }}\"", "\"{% raw %}\"", "\"'; DROP TABLE cases; --\"", "\"../../etc/passwd\"", "\"http://169.254.169.254/\"", "\"file:///etc/passwd\"", "\"\\r\\nSet-Cookie: a=b\"",
        "{\"$ref\":\"#/\"}", "{\"__proto__\":{\"a\":1}}", "{\"$type\":\"System.IO.FileInfo\"}", "[null]", "[{}]", "[\"" + Mark + "\"]", "\"" + Mark + "\"", "\"00000000-0000-0000-0000-000000000000\"",
        "\"=cmd|' /C calc'!A0\"", "\"𠮷𠮷𠮷\"", "\"\\u0000" + Mark + "\"",
    ];

    /// <summary>Texts that are no JSON, or not the JSON that is taken.</summary>
    public static readonly string[] Bodies =
    [
        "", " ", "null", "[]", "7", "\"text\"", "{", "}", "{}}", "[", "{\"a\"", "{\"a\":", "{\"a\":1,}", "{'a':1}", "// comment\n{}", "NaN", "1e99999", "{} trailing", "\0", "\u001f\u008b",
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>", "a=1&b=2", "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n" + Mark + "\r\n--x--",
        "---\na: &a [*a, *a]\n", "a: &a [1]\nb: &b [*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b]\n", "=1+1,2\n\"unclosed", "\ufeff{}", Mark,
    ];

    /// <summary>Segments of a path, as they are sent.</summary>
    public static readonly string[] Segments =
    [
        "x", "0", "-1", "99999999999999999999", "%00", "%2e%2e", "..%2f..%2fetc%2fpasswd", "%ED%A0%80", "%FF", "%25", "%", "%zz", "a%0d%0ab", "' OR 1=1 --".Replace(" ", "%20", StringComparison.Ordinal),
        "00000000-0000-0000-0000-000000000000", "%7B00000000-0000-0000-0000-000000000000%7D", "ffffffff-ffff-ffff-ffff-ffffffffffff", "%E4%BB%A4%E7%8B%90%E6%A0%87%E8%AE%B0", "%F0%9F%92%A9", "a;b=c",
        "%3Cscript%3E", "con", "constructor", "__proto__", "*", "%20", ".", "test.application", "test.bureau", "1", "2026", "CN", "register", "open",
    ];

    /// <summary>Values of query parameters, as they are sent.</summary>
    public static readonly string[] Query =
    [
        "", "%00", "%ED%A0%80", "%FF", "x", "-1", "0", "1.5", "99999999999999999999", "true", "TRUE", "null", "2026-02-30", "9999-12-31", "0000-01-01", "1900-01-01", "2999-12-31", "2026-03-02T00:00:00Z",
        "%27%20OR%201%3D1%20--", "%25%5F%5C", "%F0%9F%92%A9", "a%0d%0ab", "%E4%BB%A4%E7%8B%90%E6%A0%87%E8%AE%B0", "////", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "_____________________w", "%3Cscript%3E",
        "test.bureau", "200", "json", "csv", "html", "clear", "P99999999999D", "10%20working-days", "999999999%20working-days", "%5B%5D", "*",
    ];

    /// <summary>Values of headers.</summary>
    public static readonly string[] Headers =
    [
        "", "\"", "*", "*, \"1\"", "\"-1\"", "\"99999999999999999999\"", "W/\"1\"", "a b", "///", "application/json;q=x", "text/html;q=0", ";;;", "bytes=-999999999999", "<script>", "令狐标记", "\t", "null",
        "bytes=0-0,1-1,2-2,3-3", "gzip, gzip, gzip", "chunked", "0", "-1", "Mon, 99 Foo 9999 99:99:99 GMT", "text/event-stream", "return=representation, return=minimal", "00-zzzz-01", "a,b,c,d,e",
    ];

    /// <summary>Headers beyond those that the contract names.</summary>
    public static readonly string[] HeaderNames =
    [
        "Accept", "Accept-Encoding", "Accept-Language", "If-Match", "If-None-Match", "If-Modified-Since", "Range", "Prefer", "Idempotency-Key", "X-Forwarded-For", "X-Forwarded-Proto", "X-HTTP-Method-Override",
        "X-Original-URL", "Forwarded", "Cookie", "Origin", "Referer", "User-Agent", "traceparent", "tracestate", "baggage", "Last-Event-ID", "Upgrade", "X-Request-Id", "Expect",
    ];

    /// <summary>Media types that an endpoint may not take.</summary>
    public static readonly string?[] MediaTypes =
    [
        null, "text/plain", "text/csv", "text/html", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=x", "application/json; charset=utf-16",
        "application/json; charset=nonsense", "application/octet-stream", "application/yaml", "application/problem+json", "application/json, text/plain", "nonsense", "*/*",
    ];
}
