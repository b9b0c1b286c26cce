using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using FluentAssertions;

namespace Workflows.Tests.Api.Letters;

/// <summary>A small SMTP server on a free port of this machine: keeps what it is given, and answers as it is told to.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<string> answers = new();
    private readonly X509Certificate2? certificate;
    private readonly SemaphoreSlim tried = new(0);
    private readonly Task running;

    /// <param name="answers">What the next recipients are answered; after them everyone is taken. An empty one ends the connection.</param>
    public MailServer(params string[] answers)
        : this(null, answers)
    {
    }

    /// <param name="certificate">What it secures connections with, and then it asks who sends; null for neither.</param>
    /// <param name="answers">As above.</param>
    public MailServer(X509Certificate2? certificate, params string[] answers)
    {
        this.certificate = certificate;
        foreach (var answer in answers)
            this.answers.Enqueue(answer);
        listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        running = Run();
    }

    /// <summary>A certificate of 127.0.0.1 that nobody vouches for but itself.</summary>
    public static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2126, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    /// <summary>E-mails taken over, as they came.</summary>
    public ConcurrentQueue<string> Taken { get; } = new();

    /// <summary>What was said before the connection was secured.</summary>
    public ConcurrentQueue<string> InClear { get; } = new();

    /// <summary>The settings of a service that sends by it.</summary>
    public string[] Settings =>
    [
        "--Mail:Host", "127.0.0.1", "--Mail:Port", $"{((IPEndPoint)listener.LocalEndpoint).Port}", "--Mail:From", "office@gov.example",
        .. certificate is null ? (string[])["--Mail:Tls", "none"] : ["--Mail:User", "office", "--Mail:Password", "open sesame"],
    ];

    /// <summary>Completes when one more recipient has been answered, or one more client has not trusted the certificate.</summary>
    public async Task Tried() => (await tried.WaitAsync(TimeSpan.FromSeconds(30))).Should().BeTrue("something should have been sent");

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await running;
        stop.Dispose();
        tried.Dispose();
    }

    private async Task Run()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
                talks.Add(Talk(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task Talk(TcpClient client)
    {
        using (client)
        {
            try
            {
                if (await Listen(client.GetStream(), "220 here", InClear.Enqueue))
                    await Secured(client.GetStream());
            }
            catch (Exception ended) when (ended is OperationCanceledException or IOException or AuthenticationException)
            {
                // The client has gone, or the test is over.
            }
        }
    }

    private async Task Secured(Stream stream)
    {
        var heard = 0;
        try
        {
            await using var secured = new SslStream(stream);
            await secured.AuthenticateAsServerAsync(certificate!);
            await Listen(secured, null, _ => heard++);
        }
        finally
        {
            if (heard == 0)
                tried.Release();
        }
    }

    /// <summary>Answers until the client leaves; true when the connection is to be secured now.</summary>
    private async Task<bool> Listen(Stream stream, string? greeting, Action<string> heard)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\r\n", AutoFlush = true };
        if (greeting is not null)
            await writer.WriteLineAsync(greeting);
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            heard(line);
            if (line == "STARTTLS")
            {
                await writer.WriteLineAsync("220 go on");
                return true;
            }

            if (!await Answer(line, reader, writer))
                return false;
        }

        return false;
    }

    private async Task<bool> Answer(string line, StreamReader reader, StreamWriter writer)
    {
        switch (line.Split(' ')[0].ToUpperInvariant())
        {
            case "EHLO":
                await writer.WriteLineAsync(certificate is null ? "250-here\r\n250 8BITMIME" : "250-here\r\n250-STARTTLS\r\n250-AUTH PLAIN\r\n250 8BITMIME");
                return true;
            case "AUTH":
                await writer.WriteLineAsync(line == $"AUTH PLAIN {Convert.ToBase64String("\0office\0open sesame"u8)}" ? "235 welcome" : "535 who are you");
                return true;
            case "RCPT":
                var answer = answers.TryDequeue(out var next) ? next : "250 ok";
                if (answer.Length > 0)
                    await writer.WriteLineAsync($"{answer} {line}");
                if (!answer.StartsWith('2'))
                    tried.Release();
                return answer.Length > 0;
            case "DATA":
                await writer.WriteLineAsync("354 go on");
                Taken.Enqueue(await Content(reader));
                await writer.WriteLineAsync("250 taken");
                tried.Release();
                return true;
            case "QUIT":
                await writer.WriteLineAsync("221 bye");
                return false;
            default:
                await writer.WriteLineAsync("250 ok");
                return true;
        }
    }

    private async Task<string> Content(StreamReader reader)
    {
        var content = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } line && line != ".")
            content.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        return content.ToString();
    }
}
