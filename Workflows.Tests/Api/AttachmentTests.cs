using System.IO.Compression;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using FluentAssertions;
using NUnit.Framework;
using Workflows.Storage;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api;

/// <summary>Files of a case: taken by content, kept encrypted beside the database, named by the journal, given to be saved only.</summary>
public sealed class AttachmentTests
{
    private const string Bureau = TestAgencies.Bureau;
    private const string Secret = "欧阳春花 220282199001011234";
    private static readonly byte[] Pdf = Encoding.UTF8.GetBytes($"%PDF-1.7\n{Secret}\n%%EOF\n");
    private TestService service = null!;
    private TestClient handler = null!;
    private KnownCase opened = null!;

    [SetUp]
    public async Task Start()
    {
        service = await TestService.Start();
        handler = await service.Join(Bureau, "handler");
        opened = await handler.Open(TestProcedures.Application, Bureau, new Dictionary<string, object> { ["subject"] = "预算", ["applicant.name"] = "欧阳春花" });
    }

    [TearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public async Task A_disk_that_takes_nothing_is_no_fault_of_what_is_sent()
    {
        var folder = Path.Combine(service.Folder, "data", "files");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "incoming"), "in the way");
        (await Add(Pdf, "扫描件.pdf")).Should().BeProblem(503, "unavailable");
        File.Delete(Path.Combine(folder, "incoming"));
        (await Add(Pdf, "扫描件.pdf")).Should().HaveStatus(201);
    }

    [Test]
    public async Task A_file_is_stored_encrypted_and_given_back_as_it_was_to_be_saved_only()
    {
        var large = new byte[300_000];
        new Random(1).NextBytes(large);
        byte[] sent = [.. "%PDF-1.4\n"u8, .. large, .. "\n%%EOF"u8];
        var added = await Add(sent, "扫描件.pdf");
        added.Should().HaveStatus(201);
        added.Headers.Location!.ToString().Should().Be($"/api/v1/cases/{opened.Id}/attachments/1");
        added.Header("ETag").Should().Be($"\"{opened.Version + 1}\"");

        using var got = await handler.Http.GetAsync(added.Headers.Location);
        (await got.Content.ReadAsByteArrayAsync()).Should().Equal(sent);
        got.Content.Headers.ContentType!.MediaType.Should().Be("application/pdf");
        got.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
        got.Content.Headers.ContentDisposition.FileNameStar.Should().Be("扫描件.pdf");
        got.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        string.Join(';', got.Headers.GetValues("Content-Security-Policy")).Should().Contain("sandbox");

        var listed = (await handler.Get($"/api/v1/cases/{opened.Id}/attachments?personal=clear")).Body.GetProperty("attachments")[0];
        listed.GetProperty("sha256").GetString().Should().Be(Convert.ToHexStringLower(SHA256.HashData(sent)));
        listed.GetProperty("size").GetInt32().Should().Be(sent.Length);
        var stored = Files().Single();
        (Path.GetFileName(Path.GetDirectoryName(stored)) + Path.GetFileName(stored)).Should().Be(
            Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(stored))));

        var history = await handler.Get($"/api/v1/cases/{opened.Id}/history");
        var entry = history.Body.GetProperty("entries").EnumerateArray().Last();
        entry.GetProperty("event").GetString().Should().Be("attachment-added");
        entry.GetProperty("actor").GetProperty("name").GetString().Should().Be("测试人员");
        Verify(replayed: true).Should().BeEmpty();
    }

    [Test]
    public async Task Nothing_personal_of_a_file_stands_on_disk_or_in_a_masked_reply()
    {
        await Add(Pdf, "欧阳春花身份证.pdf");
        foreach (var part in new[] { "/attachments", "/history", "" })
            (await handler.Get($"/api/v1/cases/{opened.Id}{part}")).Text.Should().NotContain("欧阳春花");
        (await handler.Get($"/api/v1/cases/{opened.Id}/attachments?personal=clear")).Text.Should().Contain("欧阳春花身份证.pdf");
        foreach (var path in Directory.EnumerateFiles(Path.Combine(service.Folder, "data"), "*", SearchOption.AllDirectories).Where(path => !path.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[file.Length];
            await file.ReadExactlyAsync(bytes);
            bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes("欧阳春花")).Should().Be(-1, path);
            bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Convert.ToHexStringLower(SHA256.HashData(Pdf)))).Should().Be(-1, path);
        }
    }

    [Test]
    public async Task Personal_files_are_for_the_handling_agency_and_other_agencies_know_of_none()
    {
        await Add(Pdf, "a.pdf");
        await opened.Refresh();
        await Add([.. Pdf, .. "%%EOF"u8], "b.pdf", personal: "false");
        var address = $"/api/v1/cases/{opened.Id}/attachments";
        (await service.Owner.Get($"{address}/1")).Should().BeProblem(403, "forbidden");
        (await service.Owner.Get($"{address}?personal=clear")).Should().BeProblem(403, "forbidden");
        (await service.Owner.Get($"{address}/2")).Should().HaveStatus(200);
        var stranger = await service.Join(TestAgencies.Superior, "handler");
        (await stranger.Get(address)).Should().BeProblem(404, "not-found");
        (await stranger.Get($"{address}/2")).Should().BeProblem(404, "not-found");
        (await Send(stranger, Form(Pdf, "a.pdf"), "*")).Should().BeProblem(404, "not-found");
        var auditor = await service.Join(Bureau, "auditor");
        (await Send(auditor, Form(Pdf, "a.pdf"), "*")).Should().BeProblem(409, "not-allowed");
        foreach (var n in new[] { "0", "3", "x", "-1" })
            (await handler.Get($"{address}/{n}")).Should().BeProblem(404, "not-found");
        Files().Should().HaveCount(2);
    }

    private static IEnumerable<TestCaseData> Taken()
    {
        yield return new TestCaseData(Pdf, "application/pdf", ".pdf").SetName("PDF");
        yield return new TestCaseData(Png, "image/png", ".png").SetName("PNG");
        yield return new TestCaseData((byte[])[0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 0xFF, 0xD9], "image/jpeg", ".jpg").SetName("JPEG");
        yield return new TestCaseData((byte[])[.. "II*\0"u8, 8, 0, 0, 0, 0, 0, 0, 0], "image/tiff", ".tif").SetName("TIFF");
        yield return new TestCaseData(Encoding.UTF8.GetBytes("纯文本，\r\n<script>alert(1)</script>"), "text/plain", ".txt").SetName("text, whatever it says");
        yield return new TestCaseData(
            Zip("[Content_Types].xml", "_rels/.rels", "word/document.xml"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx").SetName("DOCX");
        yield return new TestCaseData(
            Zip("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx").SetName("XLSX");
        yield return new TestCaseData(Zip("OFD.xml", "Doc_0/Document.xml"), "application/ofd", ".ofd").SetName("OFD");
    }

    [TestCaseSource(nameof(Taken))]
    public async Task The_type_is_told_by_the_content_whatever_name_and_type_were_sent(byte[] content, string type, string ending)
    {
        var reply = await Send(handler, Form(content, "x.html", declared: "text/html", personal: "false"), $"\"{opened.Version}\"");
        reply.Should().HaveStatus(201);
        using var got = await handler.Http.GetAsync(reply.Headers.Location);
        got.Content.Headers.ContentType!.MediaType.Should().Be(type);
        got.Content.Headers.ContentDisposition!.FileNameStar.Should().Be("x.html" + ending);
    }

    private static IEnumerable<TestCaseData> NotTaken()
    {
        yield return new TestCaseData((byte[])[]).SetName("empty");
        yield return new TestCaseData((byte[])[.. "MZ"u8, 0x90, 0, 3, 0]).SetName("program");
        yield return new TestCaseData(Zip("a.txt")).SetName("other ZIP");
        yield return new TestCaseData(Zip("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/vbaProject.bin")).SetName("macros");
        yield return new TestCaseData(Zip("[Content_Types].xml", "_rels/.rels", "word/document.xml", "xl/workbook.xml")).SetName("Word and Excel at once");
        yield return new TestCaseData((byte[])[.. Zip("OFD.xml"), .. "<script>"u8]).SetName("OFD with more behind it");
        yield return new TestCaseData(Zip("OFD.xml")[..^4]).SetName("OFD cut off");
        yield return new TestCaseData((byte[])[.. Pdf, .. Zip("OFD.xml")]).SetName("PDF and ZIP at once");
        yield return new TestCaseData((byte[])[.. Png, .. "<script>"u8]).SetName("PNG with more behind it");
        yield return new TestCaseData((byte[])[0xFF, 0xD8, 0xFF, 0xE0, .. "<?php"u8]).SetName("JPEG without end");
        yield return new TestCaseData("%PDF-1.7 nothing more"u8.ToArray()).SetName("PDF without end");
        yield return new TestCaseData((byte[])[0xC4, 0xE3, 0xBA, 0xC3]).SetName("text in GBK");
        yield return new TestCaseData((byte[])[.. "text"u8, 0]).SetName("text with a null");
    }

    [TestCaseSource(nameof(NotTaken))]
    public async Task What_is_none_of_the_types_or_two_at_once_is_refused_and_leaves_nothing(byte[] content)
    {
        (await Add(content, "a.pdf")).Should().BeProblem(422, "invalid");
        Files().Should().BeEmpty();
        (await opened.Refresh()).View.GetProperty("attachments").GetInt32().Should().Be(0);
    }

    [TestCase("../../../etc/passwd", "passwd.pdf")]
    [TestCase("..\\..\\boot.ini", "boot.ini.pdf")]
    [TestCase("/", "附件.pdf")]
    [TestCase("....", "附件.pdf")]
    [TestCase("con.pdf", "附件con.pdf")]
    [TestCase("a\u202Efdp.exe", "afdp.exe.pdf")]
    [TestCase("a<b>:c.PDF", "a_b__c.PDF")]
    public async Task Names_are_cleaned(string sent, string kept)
    {
        (await Add(Pdf, sent)).Should().HaveStatus(201);
        var listed = await handler.Get($"/api/v1/cases/{opened.Id}/attachments?personal=clear");
        listed.Body.GetProperty("attachments")[0].GetProperty("name").GetString().Should().Be(kept);
    }

    [Test]
    public async Task Forms_that_are_none_are_refused()
    {
        (await Send(handler, new StringContent("{}", Encoding.UTF8, "application/json"), "*")).Should().BeProblem(415, "unsupported-media-type");
        (await Send(handler, Raw("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7"), "*")).Should().BeProblem(400, "malformed");
        (await Send(handler, Raw("--b\r\n\r\nx\r\n--b--\r\n"), "*")).Should().BeProblem(400, "malformed");
        (await Send(handler, Raw(""), "*")).Should().BeProblem(400, "malformed");
        (await Send(handler, Form(Pdf, "a.pdf", kind: "picture"), "*")).Should().BeProblem(422, "invalid");
        (await Send(handler, Form(Pdf, "a.pdf", personal: "perhaps"), "*")).Should().BeProblem(422, "invalid");
        (await Send(handler, new MultipartFormDataContent { { new StringContent("other"), "kind" } }, "*")).Should().BeProblem(400, "malformed");
        (await Send(handler, Form(Pdf, "a.pdf"), null)).Should().BeProblem(428, "if-match-required");
        (await Send(handler, Form(Pdf, "a.pdf"), "\"99\"")).Should().BeProblem(412, "stale");
        Files().Should().BeEmpty();
        Directory.GetFiles(Path.Combine(service.Folder, "data", "files", "incoming")).Should().BeEmpty();

        static ByteArrayContent Raw(string text) => new(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b") } };
    }

    [Test]
    public async Task A_connection_that_breaks_off_leaves_nothing()
    {
        var address = new Uri(service.Address);
        using (var client = new TcpClient(address.Host, address.Port))
        {
            var key = handler.Http.DefaultRequestHeaders.Authorization!.ToString();
            var stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(
                $"POST /api/v1/cases/{opened.Id}/attachments HTTP/1.1\r\nHost: x\r\nAuthorization: {key}\r\nIf-Match: *\r\nContent-Length: 5000\r\n"
                + "Content-Type: multipart/form-data; boundary=b\r\n\r\n--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n%PDF"));
            client.Client.Shutdown(SocketShutdown.Send);
            using var reader = new StreamReader(stream);
            try
            {
                (await reader.ReadToEndAsync()).Should().Match(answer => answer.Length == 0 || answer.StartsWith("HTTP/1.1 400", StringComparison.Ordinal));
            }
            catch (IOException)
            {
                // The service ended the connection without an answer.
            }
        }

        (await opened.Refresh()).View.GetProperty("attachments").GetInt32().Should().Be(0);
        Files().Should().BeEmpty();
    }

    [Test]
    public async Task A_retry_is_given_the_first_reply_and_the_same_content_is_kept_once()
    {
        var first = await Send(handler, Form(Pdf, "a.pdf"), $"\"{opened.Version}\"", "k1");
        var again = await Send(handler, Form(Pdf, "a.pdf"), $"\"{opened.Version}\"", "k1");
        again.Should().HaveStatus(201);
        again.Header("Idempotency-Replayed").Should().Be("true");
        again.Text.Should().Be(first.Text);
        (await Send(handler, Form([.. Pdf, .. "%%EOF"u8], "a.pdf"), "*", "k1")).Should().HaveStatus(422);
        await Send(handler, Form(Pdf, "copy.pdf"), "*");
        (await opened.Refresh()).View.GetProperty("attachments").GetInt32().Should().Be(2);
        Files().Should().HaveCount(1);
        var other = await handler.Open(TestProcedures.Application, Bureau, new Dictionary<string, object> { ["subject"] = "预算" });
        (await Send(handler, Form(Pdf, "a.pdf"), "*", to: other.Id)).Should().HaveStatus(201);
        Files().Should().HaveCount(2, "files are not shared among cases");
        Verify().Should().BeEmpty();
    }

    [Test]
    public async Task Verification_names_the_case_and_entry_of_a_file_that_is_missing_or_altered_and_finds_one_too_many()
    {
        await Add(Pdf, "a.pdf");
        var path = Files().Single();
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);
        Verify().Should().ContainSingle().Which.Should().Match<Fault>(fault =>
            fault.Kind == FaultKind.AlteredFile && fault.Case.ToString() == opened.Id && fault.Sequence == opened.Version + 1);
        File.Move(path, Path.Combine(Path.GetDirectoryName(path)!, new string('0', 62)));
        Verify().Select(fault => fault.Kind).Should().BeEquivalentTo([FaultKind.MissingFile, FaultKind.OrphanedFile]);
        (await handler.Get($"/api/v1/cases/{opened.Id}/attachments/1")).Should().BeProblem(404, "not-found");
    }

    private static byte[] Png =>
        [0x89, .. "PNG\r\n"u8, 26, 10, 0, 0, 0, 0, .. "IEND"u8, 0xAE, 0x42, 0x60, 0x82];

    private static byte[] Zip(params string[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in parts)
            {
                using var entry = zip.CreateEntry(part).Open();
                entry.Write("<x/>"u8);
            }
        }

        return bytes.ToArray();
    }

    private static MultipartFormDataContent Form(
        byte[] content, string name, string kind = "identity", string? personal = null, string declared = "application/octet-stream")
    {
        var file = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue(declared) } };
        var form = new MultipartFormDataContent { { new StringContent(kind), "kind" } };
        file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename*=UTF-8''{Uri.EscapeDataString(name)}");
        form.Add(file);
        if (personal is not null)
            form.Add(new StringContent(personal), "personal");
        return form;
    }

    private async Task<Reply> Add(byte[] content, string name, string? personal = null) =>
        await Send(handler, Form(content, name, personal: personal), $"\"{opened.Version}\"");

    private async Task<Reply> Send(TestClient client, HttpContent content, string? version, string? key = null, string? to = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/cases/{to ?? opened.Id}/attachments") { Content = content };
        if (version is not null)
            request.Headers.TryAddWithoutValidation("If-Match", version);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var response = await client.Http.SendAsync(request);
        return await Reply.Of(response);
    }

    private string[] Files() => [.. Directory.Exists(Path.Combine(service.Folder, "data", "files"))
        ? Directory.EnumerateFiles(Path.Combine(service.Folder, "data", "files"), "*", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(Path.GetDirectoryName(path))!.Length == 2)
        : []];

    private Fault[] Verify(bool replayed = false) => [.. ((CaseDatabase)service.Services.GetService(typeof(CaseDatabase))!).Verification.Run(replayed).Faults];
}
