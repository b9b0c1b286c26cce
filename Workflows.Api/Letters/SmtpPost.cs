using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Workflows.Api.Letters;

/// <summary>What became of one try to send.</summary>
/// <param name="Sent">The server has taken the e-mail over.</param>
/// <param name="Final">It did not, and will not.</param>
/// <param name="Reason">Why not: said by us, since what servers say repeats addresses; null when it was sent.</param>
internal sealed record Sending(bool Sent, bool Final, string? Reason)
{
    /// <summary>Taken over.</summary>
    public static Sending Done { get; } = new(true, false, null);

    /// <summary>Refused for good.</summary>
    public static Sending Refused(string reason) => new(false, true, reason);

    /// <summary>To be tried again.</summary>
    public static Sending Later(string reason) => new(false, false, reason);
}

/// <summary>Hands e-mails to the server. RFC 5321: a reply that begins with 4 is for now, one that begins with 5 for good.</summary>
internal static class SmtpPost
{
    private const int TimeoutMilliseconds = 60_000;

    /// <summary>Tries once.</summary>
    public static async Task<Sending> Send(MailSettings settings, MimeMessage message, CancellationToken cancel)
    {
        using var client = new SmtpClient { Timeout = TimeoutMilliseconds };
        var ready = false;
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, settings.Tls, cancel).ConfigureAwait(false);
            if (settings.User is not null)
                await client.AuthenticateAsync(settings.User, settings.Password!, cancel).ConfigureAwait(false);
            ready = true;
            await client.SendAsync(message, cancel).ConfigureAwait(false);
        }
        catch (SmtpCommandException refused)
        {
            return Of(refused, ready);
        }
        catch (Exception failed) when (failed is AuthenticationException or ServiceNotAuthenticatedException)
        {
            return Sending.Later("发信服务器不接受所设置的用户名或者密码");
        }
        catch (SslHandshakeException)
        {
            return Sending.Later("与发信服务器不能建立可信的加密连接");
        }
        catch (Exception failed) when (failed is IOException or SocketException or ProtocolException or NotSupportedException or TimeoutException or ServiceNotConnectedException)
        {
            return Sending.Later("发信服务器无法连接或者中断了连接");
        }

        await Leave(client, cancel).ConfigureAwait(false);
        return Sending.Done;
    }

    /// <summary>The e-mail is taken over; what goes wrong now changes nothing.</summary>
    private static async Task Leave(SmtpClient client, CancellationToken cancel)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancel).ConfigureAwait(false);
        }
        catch (Exception failed) when (failed is IOException or SocketException or ProtocolException or CommandException or OperationCanceledException)
        {
            // It was sent.
        }
    }

    private static Sending Of(SmtpCommandException refused, bool ready)
    {
        var code = (int)refused.StatusCode;
        // Who may send here is a matter of the settings, which can be mended; so is what is said before there is an e-mail, or about the order of commands.
        if (!ready || code < 500 || refused.ErrorCode is SmtpErrorCode.SenderNotAccepted || code is 502 or 503 or 530 or 535 or 538)
            return Sending.Later($"发信服务器暂不接受（{code}）");
        return Sending.Refused(refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted ? $"收件地址被拒收（{code}）" : $"邮件被拒收（{code}）");
    }
}
