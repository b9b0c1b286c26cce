using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Workflows.Api.Problems;
using Workflows.Engine;
using Workflows.Storage.Files;

namespace Workflows.Api.Attachments;

/// <summary>What came as <c>multipart/form-data</c>.</summary>
/// <param name="File">The file, encrypted and on disk.</param>
/// <param name="Name">Its name as sent.</param>
/// <param name="Fields">The other parts.</param>
internal sealed record MultipartUpload(IncomingFile File, string? Name, IReadOnlyDictionary<string, string> Fields)
{
    private const int LongestField = 4096;
    private const int LongestBoundary = 100;
    private const string FilePart = "file";
    private static readonly string[] Known = ["kind", "personal", "note"];

    /// <summary>Reads it as it comes, the file straight onto the disk.</summary>
    /// <exception cref="RefusedException">It is not what is taken.</exception>
    public static async Task<MultipartUpload> Read(HttpRequest request, CaseId id, CaseFiles files, int limit)
    {
        var cancel = request.HttpContext.RequestAborted;
        var reader = new MultipartReader(Boundary(request), request.Body) { HeadersCountLimit = 16, HeadersLengthLimit = 8 * 1024 };
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        IncomingFile? file = null;
        string? name = null;
        try
        {
            while (await reader.ReadNextSectionAsync(cancel).ConfigureAwait(false) is { } section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
                    || HeaderUtilities.RemoveQuotes(disposition.Name).Value is not { Length: > 0 } part)
                    throw Malformed("每一部分须有 Content-Disposition: form-data 和 name");
                if (part == FilePart)
                {
                    if (file is not null)
                        throw Malformed("一次只能上传一个文件（file）");
                    name = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value;
                    file = await files.Receive(id, section.Body, limit, cancel).ConfigureAwait(false)
                        ?? throw new RefusedException(Problem.FileTooLarge(limit));
                }
                else if (!Known.Contains(part))
                {
                    throw Malformed("只接受 file、kind、personal、note 四个部分");
                }
                else if (!fields.TryAdd(part, await Text(section.Body, cancel).ConfigureAwait(false)))
                {
                    throw Malformed($"{part} 只能出现一次");
                }
            }

            var read = new MultipartUpload(file ?? throw Malformed("缺少文件（file）"), name, fields);
            file = null;
            return read;
        }
        catch (Exception broken) when (broken is InvalidDataException || (broken is IOException and not BadHttpRequestException && !cancel.IsCancellationRequested))
        {
            throw Malformed("multipart/form-data 不完整或者格式有误");
        }
        finally
        {
            file?.Dispose();
        }
    }

    private static string Boundary(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            throw new RefusedException(Problem.NotMultipart);
        return HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= LongestBoundary } boundary
            ? boundary
            : throw Malformed($"Content-Type 须给出 boundary，最多 {LongestBoundary} 个字符");
    }

    private static async Task<string> Text(Stream body, CancellationToken cancel)
    {
        var bytes = new byte[LongestField + 1];
        var count = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel).ConfigureAwait(false);
        if (count > LongestField)
            throw Malformed($"文件以外的部分最多 {LongestField} 字节");
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes, 0, count);
        }
        catch (DecoderFallbackException)
        {
            throw Malformed("文件以外的部分应为 UTF-8 文本");
        }
    }

    private static RefusedException Malformed(string says) => new(Problem.Malformed(says));
}
