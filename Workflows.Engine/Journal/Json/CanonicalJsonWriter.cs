using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

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

    private byte[] buffer = new byte[1024];
    private int length;
    private bool separate;

    /// <summary>What has been written so far; valid until the next write.</summary>
    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, length);

    /// <summary>Forgets what was written.</summary>
    public void Clear()
    {
        length = 0;
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
        Room(ascii.Length + 4);
        Separate();
        Put((byte)'"');
        ascii.CopyTo(buffer.AsSpan(length));
        length += ascii.Length;
        Put((byte)'"');
        Put((byte)':');
        separate = false;
    }

    /// <summary>Writes the name of the next value.</summary>
    public void Name(string name)
    {
        String(name);
        Room(1);
        Put((byte)':');
        separate = false;
    }

    /// <summary>Writes text.</summary>
    /// <exception cref="EncoderFallbackException">The text holds half of a surrogate pair.</exception>
    public void String(ReadOnlySpan<char> text)
    {
        Room(2);
        Separate();
        Put((byte)'"');
        while (text.IndexOfAny(Escaped) is var at and >= 0)
        {
            Plain(text[..at]);
            Escape(text[at]);
            text = text[(at + 1)..];
        }

        Plain(text);
        Room(1);
        Put((byte)'"');
        separate = true;
    }

    /// <summary>Writes a day as text: <c>2026-03-02</c>.</summary>
    public void Date(LocalDate value)
    {
        if (value.Year is < 0 or > 9999)
        {
            String(LocalDatePattern.Iso.Format(value));
            return;
        }

        var (year, month, day) = (value.Year, value.Month, value.Day);
        Span<char> text =
        [
            Digit(year / 1000), Digit(year / 100), Digit(year / 10), Digit(year), '-', Digit(month / 10), Digit(month), '-', Digit(day / 10), Digit(day),
        ];
        String(text);
    }

    /// <summary>Writes a whole number of at most 53 bits.</summary>
    public void Number(long value)
    {
        Room(21);
        Separate();
        Utf8Formatter.TryFormat(value, buffer.AsSpan(length), out var written);
        length += written;
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
        Room(canonical.Length + 1);
        Separate();
        canonical.CopyTo(buffer.AsSpan(length));
        length += canonical.Length;
        separate = true;
    }

    private void Token(string ascii)
    {
        Room(1);
        Separate();
        Plain(ascii);
        separate = true;
    }

    private void Open(byte bracket)
    {
        Room(2);
        Separate();
        Put(bracket);
        separate = false;
    }

    private void Close(byte bracket)
    {
        Room(1);
        Put(bracket);
        separate = true;
    }

    private void Separate()
    {
        if (separate)
            Put((byte)',');
    }

    /// <summary>Makes room for so many bytes more; what follows writes without looking.</summary>
    private void Room(int count)
    {
        if (buffer.Length - length < count)
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + count));
    }

    private void Put(byte value) => buffer[length++] = value;

    private void Plain(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return;
        Room(Utf8.GetMaxByteCount(text.Length));
        length += Utf8.GetBytes(text, buffer.AsSpan(length));
    }

    private static char Digit(int number) => (char)('0' + (number % 10));

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
