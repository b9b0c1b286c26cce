using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace Workflows.Api.Webhooks;

/// <summary>How events are signed.</summary>
internal enum SignatureAlgorithm
{
    /// <summary>HMAC-SHA256 with a shared secret: <c>v1</c>.</summary>
    HmacSha256 = 0,

    /// <summary>Ed25519: <c>v1a</c>.</summary>
    Ed25519 = 1,
}

/// <summary>Signs messages after Standard Webhooks 1.0. Every subscription has secrets of its own.</summary>
internal abstract class WebhookSecret
{
    private const int Size = 32;

    /// <summary>The secret as it is stored, sealed, and as <see cref="Parse"/> reads it.</summary>
    public abstract string Text { get; }

    /// <summary>With ed25519, the key by which the receiver verifies; null for HMAC, where the secret itself is needed.</summary>
    public virtual string? PublicKey => null;

    /// <summary>What is shown of a new secret, once; null where the receiver needs only the public key.</summary>
    public string? Shown => PublicKey is null ? Text : null;

    /// <summary>A new secret.</summary>
    public static WebhookSecret New(SignatureAlgorithm algorithm) => algorithm == SignatureAlgorithm.Ed25519 ? NewAsymmetric() : NewSymmetric();

    /// <summary>A new secret for HMAC-SHA256.</summary>
    public static WebhookSecret NewSymmetric() => new Symmetric(RandomNumberGenerator.GetBytes(Size));

    /// <summary>A new key pair for ed25519.</summary>
    public static WebhookSecret NewAsymmetric() => new Asymmetric(RandomNumberGenerator.GetBytes(Size));

    /// <summary>Reads a stored secret.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static WebhookSecret Parse(string text) => text switch
    {
        _ when text.StartsWith(Symmetric.Prefix, StringComparison.Ordinal) => new Symmetric(Convert.FromBase64String(text[Symmetric.Prefix.Length..])),
        _ when text.StartsWith(Asymmetric.Prefix, StringComparison.Ordinal) => new Asymmetric(Convert.FromBase64String(text[Asymmetric.Prefix.Length..])),
        _ => throw new FormatException("This is no secret of a webhook."),
    };

    /// <summary>Value of the header <c>webhook-signature</c>: one signature for each secret that is good.</summary>
    /// <param name="secrets">The present secret, and while it is changed the one before.</param>
    /// <param name="id">Header <c>webhook-id</c>.</param>
    /// <param name="timestamp">Header <c>webhook-timestamp</c>: seconds since 1970-01-01T00:00Z.</param>
    /// <param name="body">The body as sent.</param>
    public static string Header(IEnumerable<WebhookSecret> secrets, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(FormattableString.Invariant($"{id}.{timestamp}.")), .. body];
        return string.Join(' ', secrets.Select(secret => secret.Sign(signed)));
    }

    /// <summary>One signature with its version.</summary>
    protected abstract string Sign(byte[] signed);

    private sealed class Symmetric(byte[] key) : WebhookSecret
    {
        public const string Prefix = "whsec_";

        public override string Text => Prefix + Convert.ToBase64String(key);

        protected override string Sign(byte[] signed) => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}";
    }

    private sealed class Asymmetric : WebhookSecret
    {
        public const string Prefix = "whsk_";
        private readonly Ed25519PrivateKeyParameters key;

        public Asymmetric(byte[] seed) => key = new Ed25519PrivateKeyParameters(seed);

        public override string Text => Prefix + Convert.ToBase64String(key.GetEncoded());

        public override string PublicKey => $"whpk_{Convert.ToBase64String(key.GeneratePublicKey().GetEncoded())}";

        protected override string Sign(byte[] signed)
        {
            var signer = new Ed25519Signer();
            signer.Init(forSigning: true, key);
            signer.BlockUpdate(signed, 0, signed.Length);
            return $"v1a,{Convert.ToBase64String(signer.GenerateSignature())}";
        }
    }
}
