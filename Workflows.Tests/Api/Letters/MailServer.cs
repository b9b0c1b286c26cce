using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using FluentAssertions;

namespace Workflows.Tests.Api.Letters;

/// <summary>A small SMTP server on a free port of this machine: keeps what it is given, and answers as it is told to.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<string> answers = new();
    private readonly SemaphoreSlim tried = new(0);
    private readonly Task running;

    /// <param name="answers">What the next recipients are answered; after them everyone is taken. An empty one ends the connection.</param>
    public MailServer(params string[] answers)
    {
        foreach (var answer in answers)
            this.answers.Enqueue(answer);
        listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        running = Run();
    }

    /// <summary>E-mails taken over, as they came.</summary>
    public ConcurrentQueue<string> Taken { get; } = new();

    /// <summary>The settings of a service that sends by it.</summary>
    public string[] Settings =>
        ["--Mail:Host", "127.0.0.1", "--Mail:Port", $"{((IPEndPoint)listener.LocalEndpoint).Port}", "--Mail:Tls", "none", "--Mail:From", "office@gov.example"];

    /// <summary>Completes when one more recipient has been answered.</summary>
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
                using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
                await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
                await writer.WriteLineAsync("220 here");
                while (await reader.ReadLineAsync(stop.Token) is { } line && await Answer(line, reader, writer))
                {
                }
            }
            catch (Exception ended) when (ended is OperationCanceledException or IOException)
            {
                // The client has gone, or the test is over.
            }
        }
    }

    private async Task<bool> Answer(string line, StreamReader reader, StreamWriter writer)
    {
        switch (line.Split(' ')[0].ToUpperInvariant())
        {
            case "EHLO":
                await writer.WriteLineAsync("250-here\r\n250 8BITMIME");
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
