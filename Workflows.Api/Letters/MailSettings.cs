using System.Globalization;
using System.Net;
using MailKit.Security;
using MimeKit;
using NodaTime;
using Workflows.Api.Hosting;

namespace Workflows.Api.Letters;

/// <summary>By which server e-mails are sent. Without <c>Mail:Host</c> none are.</summary>
/// <param name="Host">Name or address of the server, <c>Mail:Host</c>.</param>
/// <param name="Port">Port, <c>Mail:Port</c>; 587, or 465 where TLS is implicit.</param>
/// <param name="Tls"><c>Mail:Tls</c>: <c>starttls</c> (the default: refused without it), <c>implicit</c>, or <c>none</c>.</param>
/// <param name="User">Who signs in, <c>Mail:User</c>; null for nobody.</param>
/// <param name="Password">Their password, <c>Mail:Password</c> or the first line of the file <c>Mail:PasswordFile</c>.</param>
/// <param name="From">The sender, <c>Mail:From</c>: <c>office@example.gov.cn</c>, or <c>政务公开办公室 &lt;office@example.gov.cn&gt;</c>.</param>
/// <param name="GiveUp">After this time without success an e-mail has failed, <c>Mail:GiveUpHours</c>; 72.</param>
internal sealed record MailSettings(string Host, int Port, SecureSocketOptions Tls, string? User, string? Password, MailboxAddress From, Duration GiveUp)
{
    /// <summary>Reads them; null where no server is named.</summary>
    /// <exception cref="StartRefusedException">They cannot be used.</exception>
    public static MailSettings? Read(IConfiguration configuration)
    {
        if (configuration["Mail:Host"] is not { Length: > 0 } host)
            return null;
        var tls = configuration["Mail:Tls"] switch
        {
            null or "starttls" => SecureSocketOptions.StartTls,
            "implicit" => SecureSocketOptions.SslOnConnect,
            "none" => SecureSocketOptions.None,
            _ => throw new StartRefusedException("Mail:Tls takes starttls, implicit or none."),
        };
        var (user, password) = (configuration["Mail:User"], PasswordOf(configuration));
        if ((user is null) != (password is null))
            throw new StartRefusedException("Mail:User and Mail:Password (or Mail:PasswordFile) go together.");
        if (user is not null && tls == SecureSocketOptions.None && !(host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address))))
            throw new StartRefusedException("Mail:Tls none would send the password in clear; it is taken with Mail:User on this machine only.");
        return new MailSettings(
            host,
            Number(configuration, "Mail:Port", tls == SecureSocketOptions.SslOnConnect ? 465 : 587, 65535),
            tls,
            user,
            password,
            MailboxAddress.TryParse(configuration["Mail:From"] ?? "", out var from) && from.Domain.Length > 0
                ? from
                : throw new StartRefusedException("Mail:Host needs Mail:From, an address such as office@example.gov.cn."),
            Duration.FromHours(Number(configuration, "Mail:GiveUpHours", 72, 24 * 30)));
    }

    private static string? PasswordOf(IConfiguration configuration)
    {
        if (configuration["Mail:PasswordFile"] is not { } file)
            return configuration["Mail:Password"];
        try
        {
            return File.ReadLines(file).FirstOrDefault() is { Length: > 0 } password ? password : throw new StartRefusedException("Mail:PasswordFile is empty.");
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"Mail:PasswordFile cannot be read: {failed.GetType().Name}.");
        }
    }

    private static int Number(IConfiguration configuration, string name, int otherwise, int most)
    {
        if (configuration[name] is not { } text)
            return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number
            : throw new StartRefusedException($"{name} takes a whole number from 1 to {most}.");
    }
}
