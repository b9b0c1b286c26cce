using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Workflows.Engine;

/// <summary>
/// Writes JSON in the one form that RFC 8785 allows: no whitespace, fewest escapes, numbers as ECMAScript prints them.
/// The caller gives the names of each object in ascending order of their UTF-16 code units.
/// </summary>
/// <remarks>Utf8JsonWriter escapes more than RFC 8785 does, and in capitals, so its bytes are not canonical.</remarks>
public sealed class CanonicalJsonWriter
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);
    private static readonly SearchValues<char> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (char)code), '"', '\\']);

    private readonly ArrayBufferWriter<byte> buffer = new(1024);
    private bool separate;

    /// <summary>What has been written so far; valid until the next write.</summary>
    public ReadOnlySpan<byte> Written => buffer.WrittenSpan;

    /// <summary>Forgets what was written.</summary>
    public void Clear()
    {
        buffer.ResetWrittenCount();
        separate = false;
    }

    /// <summary>Begins an object.</summary>
    public void StartObject() => Open((byte)'{');

    /// <summary>Ends an object.</summary>
    public void EndObject() => Close((byte)'}');

    /// <summary>Begins an array.</summary>
    public void StartArray() => Open((byte)'[');

    /// <summary>Ends an array.</summary>
    public void EndArray() => Close((byte)']');

    /// <summary>Writes the name of the next value. <paramref name="ascii"/> needs no escapes.</summary>
    public void Name(ReadOnlySpan<byte> ascii)
    {
        Separate();
        var span = buffer.GetSpan(ascii.Length + 3);
        span[0] = (byte)'"';
        ascii.CopyTo(span[1..]);
        span[ascii.Length + 1] = (byte)'"';
        span[ascii.Length + 2] = (byte)':';
        buffer.Advance(ascii.Length + 3);
        separate = false;
    }

    /// <summary>Writes the name of the next value.</summary>
    public void Name(string name)
    {
        String(name);
        Put((byte)':');
        separate = false;
    }

    /// <summary>Writes text.</summary>
    /// <exception cref="EncoderFallbackException">The text holds half of a surrogate pair.</exception>
    public void String(ReadOnlySpan<char> text)
    {
        Separate();
        Put((byte)'"');
        while (text.IndexOfAny(Escaped) is var at and >= 0)
        {
            Plain(text[..at]);
            Escape(text[at]);
            text = text[(at + 1)..];
        }

        Plain(text);
        Put((byte)'"');
        separate = true;
    }

    /// <summary>Writes a whole number of at most 53 bits.</summary>
    public void Number(long value)
    {
        Separate();
        Utf8Formatter.TryFormat(value, buffer.GetSpan(20), out var written);
        buffer.Advance(written);
        separate = true;
    }

    /// <summary>Writes a number as ECMAScript prints it.</summary>
    public void Number(double value) => Token(EcmaScriptNumber.Format(value));

    /// <summary>Writes a number; one that a binary fraction of 64 bits cannot hold is written as text, so that nothing is lost.</summary>
    public void Number(decimal value)
    {
        if (value == decimal.Truncate(value) && Math.Abs(value) < 1L << 53)
            Number((long)value);
        else if (Math.Abs(value) < 1e21m && (decimal)(double)value == value)
            Number((double)value);
        else
            String(value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Writes true or false.</summary>
    public void Boolean(bool value) => Token(value ? "true" : "false");

    /// <summary>Writes null.</summary>
    public void Null() => Token("null");

    /// <summary>Writes a value that is canonical already.</summary>
    public void Raw(ReadOnlySpan<byte> canonical)
    {
        Separate();
        buffer.Write(canonical);
        separate = true;
    }

    private void Token(string ascii)
    {
        Separate();
        Plain(ascii);
        separate = true;
    }

    private void Open(byte bracket)
    {
        Separate();
        Put(bracket);
        separate = false;
    }

    private void Close(byte bracket)
    {
        Put(bracket);
        separate = true;
    }

    private void Separate()
    {
        if (separate)
            Put((byte)',');
    }

    private void Put(byte value)
    {
        buffer.GetSpan(1)[0] = value;
        buffer.Advance(1);
    }

    private void Plain(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return;
        buffer.Advance(Utf8.GetBytes(text, buffer.GetSpan(Utf8.GetMaxByteCount(text.Length))));
    }

    private void Escape(char c) => Plain(c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\t' => "\\t",
        '\n' => "\\n",
        '\f' => "\\f",
        '\r' => "\\r",
        _ => $"\\u{(int)c:x4}",
    });
}
