using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Workflows.Api.Imports;

namespace Workflows.Api.Problems;

/// <summary>Why a request was refused and how to mend it (RFC 9457, <c>application/problem+json</c>).</summary>
internal sealed record Problem
{
    /// <summary>Media type.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>What the type of every problem begins with.</summary>
    public const string Prefix = "urn:disclosure-workflows:problem:";

    /// <summary>Stable name of the kind of problem.</summary>
    public required string Type { get; init; }

    /// <summary>Short name of the kind, in Chinese.</summary>
    public required string Title { get; init; }

    /// <summary>HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What is wrong this time and how to mend it, in Chinese.</summary>
    public required string Detail { get; init; }

    /// <summary>Rules that stand in the way, each with its article.</summary>
    public ImmutableArray<UnmetRuleView> UnmetRules { get; init; } = [];

    /// <summary>Fields that are wrong, each with the article that asks for it.</summary>
    public ImmutableArray<FieldProblemView> Fields { get; init; } = [];

    /// <summary>Faults of a definition, template or notice that was sent, each with its place.</summary>
    public ImmutableArray<DiagnosticView> Diagnostics { get; init; } = [];

    /// <summary>What became of the lines of an import that was refused; left out elsewhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<ImportLineView>? Lines { get; init; }

    /// <summary>Names the request in the service's own log.</summary>
    public string? TraceId { get; init; }

    /// <summary>400: the request cannot be read.</summary>
    public static Problem Malformed(string detail, params ImmutableArray<FieldProblemView> fields) =>
        Of(400, "malformed", "请求无法读取", detail) with { Fields = fields };

    /// <summary>400: a query parameter or header has another form.</summary>
    public static Problem BadParameter(string name, string says) =>
        Malformed($"{name}：{says}", FieldProblemView.Of(name, says));

    /// <summary>401: no key, or one that is not good.</summary>
    public static Problem Unauthenticated { get; } =
        Of(401, "unauthenticated", "未提供有效的访问密钥", "请在 Authorization 标头中以 Bearer 方式提供有效的访问密钥；密钥由安全管理员签发，过期或作废后不能再用");

    /// <summary>401: the key of the first owner, when there are administrators of each kind.</summary>
    public static Problem EndedOwner { get; } = Of(
        401, "unauthenticated", "初始所有者的密钥已经终止", "系统、安全、审计三员已经齐备，初始所有者的密钥随之终止；请使用三员各自的密钥或账号");

    /// <summary>403: the key is good but not for this.</summary>
    public static Problem Forbidden(string detail) => Of(403, "forbidden", "没有此项权限", detail);

    /// <summary>404: unknown, or not the caller's.</summary>
    public static Problem NotFound(string detail) => Of(404, "not-found", "没有找到", detail);

    /// <summary>404 for a case, the same whether it does not exist or may not be seen.</summary>
    public static Problem NoSuchCase { get; } = NotFound("没有这个案件");

    /// <summary>406: none of the accepted formats can be given.</summary>
    public static Problem NotAcceptable(string detail) => Of(406, "not-acceptable", "不能提供所要的格式", detail);

    /// <summary>409: refused by the procedure, or by the state of what is addressed.</summary>
    public static Problem Conflict(string detail) => Of(409, "not-allowed", "程序不允许", detail);

    /// <summary>412: the addressed thing has moved on.</summary>
    public static Problem Stale(string detail) => Of(412, "stale", "版本已变化", detail);

    /// <summary>413: the body is too large.</summary>
    public static Problem TooLarge { get; } = Of(413, "too-large", "请求体过大", "请求体最多 1 MiB");

    /// <summary>413: a file is too large.</summary>
    /// <param name="limit">Most bytes.</param>
    public static Problem FileTooLarge(int limit) => TooLarge with { Detail = $"文件最多 {limit} 字节" };

    /// <summary>415: the body is not a form with a file.</summary>
    public static Problem NotMultipart { get; } =
        Of(415, "unsupported-media-type", "不支持的内容类型", "请以 Content-Type: multipart/form-data 发送文件");

    /// <summary>415: the body is not JSON.</summary>
    public static Problem UnsupportedMediaType { get; } =
        Of(415, "unsupported-media-type", "不支持的内容类型", "请以 Content-Type: application/json 发送 JSON");

    /// <summary>422: a field is wrong, or a date cannot be answered.</summary>
    public static Problem Invalid(string field, string says) => Invalid([FieldProblemView.Of(field, says)]);

    /// <summary>422: fields are wrong.</summary>
    public static Problem Invalid(ImmutableArray<FieldProblemView> fields) =>
        Of(422, "invalid", "内容有误", string.Join("\n", fields.Select(field => $"{field.Field}：{field.Says}"))) with { Fields = fields };

    /// <summary>422: a text that an administrator wrote has faults.</summary>
    public static Problem Faulty(string detail, ImmutableArray<DiagnosticView> diagnostics) =>
        Of(422, "invalid", "内容有误", detail) with { Diagnostics = diagnostics };

    /// <summary>422: the idempotency key was used for another request.</summary>
    public static Problem KeyReused(string detail) => Of(422, "idempotency-key-reused", "幂等键已用于其他请求", detail);

    /// <summary>428: no If-Match.</summary>
    public static Problem NoIfMatch { get; } =
        Of(428, "if-match-required", "缺少 If-Match", "请在 If-Match 标头中给出所依据的版本（读取时得到的 ETag），以免覆盖他人的办理结果");

    /// <summary>429: too many requests; Retry-After says when to go on.</summary>
    public static Problem TooManyRequests { get; } =
        Of(429, "too-many-requests", "请求过于频繁", "已超过单位时间内允许的请求数，请在 Retry-After 标头所示的秒数之后再试；未作任何改动");

    /// <summary>503: nothing was changed; the same request can be sent again.</summary>
    public static Problem Unavailable { get; } = Of(503, "unavailable", "暂时不能提交", "未作任何改动，请稍后以同样的请求重试");

    /// <summary>503: the service cannot work now; what is missing.</summary>
    public static Problem NotReady(string detail) => Of(503, "not-ready", "服务未就绪", detail);

    /// <summary>A problem of any kind.</summary>
    public static Problem Of(int status, string kind, string title, string detail) =>
        new() { Type = Prefix + kind, Title = title, Status = status, Detail = detail };
}
