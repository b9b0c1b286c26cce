using System.Security.Cryptography;
using System.Text;
using FluentAssertions;
using NUnit.Framework;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Workflows.Api.Webhooks;

namespace Workflows.Tests.Api.Webhooks;

/// <summary>Signatures, held against the text of Standard Webhooks.</summary>
public sealed class WebhookSecretTests
{
    private const string Id = "12-00ff";
    private const long Timestamp = 1772413200;
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"test":"案件"}""");

    [Test]
    public void The_example_of_the_specification()
    {
        // https://github.com/standard-webhooks/standard-webhooks: secret, id, timestamp and payload of its test vectors.
        var secret = WebhookSecret.Parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        WebhookSecret.Header([secret], "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, """{"test": 2432232314}"""u8)
            .Should().Be("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    [Test]
    public void Hmac_is_over_id_time_and_body()
    {
        var secret = WebhookSecret.NewSymmetric();

        var header = WebhookSecret.Header([secret], Id, Timestamp, Body);

        var key = Convert.FromBase64String(secret.Text["whsec_".Length..]);
        key.Should().HaveCount(32);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{Id}.{Timestamp}."), .. Body];
        var expected = HMACSHA256.HashData(key, signed);
        header.Should().Be($"v1,{Convert.ToBase64String(expected)}");
    }

    [Test]
    public void Ed25519_is_verified_by_the_public_key()
    {
        var secret = WebhookSecret.NewAsymmetric();

        var header = WebhookSecret.Header([secret], Id, Timestamp, Body);

        secret.PublicKey!.Should().StartWith("whpk_").And.NotContain(secret.Text["whsk_".Length..]);
        Verifies(secret.PublicKey!, header, Body).Should().BeTrue();
        Verifies(secret.PublicKey!, header, [.. Body, 0]).Should().BeFalse();
    }

    [Test]
    public void While_a_secret_is_changed_both_sign()
    {
        var (before, after) = (WebhookSecret.NewSymmetric(), WebhookSecret.NewAsymmetric());

        var header = WebhookSecret.Header([after, before], Id, Timestamp, Body);

        header.Split(' ').Should().Equal(WebhookSecret.Header([after], Id, Timestamp, Body), WebhookSecret.Header([before], Id, Timestamp, Body));
    }

    [Test]
    public void A_stored_secret_signs_as_the_one_that_was_made()
    {
        foreach (var secret in new[] { WebhookSecret.NewSymmetric(), WebhookSecret.NewAsymmetric() })
        {
            WebhookSecret.Header([WebhookSecret.Parse(secret.Text)], Id, Timestamp, Body)
                .Should().Be(WebhookSecret.Header([secret], Id, Timestamp, Body));
        }

        FluentActions.Invoking(() => WebhookSecret.Parse("secret")).Should().Throw<FormatException>();
    }

    private static bool Verifies(string publicKey, string header, byte[] body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{Id}.{Timestamp}."), .. body];
        var signer = new Ed25519Signer();
        signer.Init(forSigning: false, new Ed25519PublicKeyParameters(Convert.FromBase64String(publicKey["whpk_".Length..])));
        signer.BlockUpdate(signed, 0, signed.Length);
        return signer.VerifySignature(Convert.FromBase64String(header["v1a,".Length..]));
    }
}
