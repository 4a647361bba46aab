using System.Text;
using System.Text.Json;
using Enforcement.Domain.Ledger;
using FsCheck;
using FsCheck.Fluent;

namespace Enforcement.Domain.Tests.Ledger;

public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("{}", "{}")]
    [InlineData(" { \"b\" : [ 1 , true , null , \"x\" ] , \"a\" : { } } ", "{\"a\":{},\"b\":[1,true,null,\"x\"]}")]
    [InlineData("[-1, 0, 9007199254740991, -9007199254740991]", "[-1,0,9007199254740991,-9007199254740991]")]
    [InlineData("\"\\u0041\\/\\u00e9\\u4e2d\"", "\"A/é中\"")]
    [InlineData("\"\\u0000\\u0008\\u0009\\u000A\\u000b\\u000C\\u000D\\u001F\\u007f\\u2028\\\"\\\\\"", "\"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f\u007f\u2028\\\"\\\\\"")]
    public void White_space_order_and_escapes_become_one_spelling(string json, string canonical)
    {
        Assert.Equal(canonical, CanonicalJson.Canonicalize(json));
        Assert.True(CanonicalJson.IsCanonical(canonical));
    }

    [Fact]
    public void Members_are_sorted_by_utf16_code_units_as_in_the_example_of_rfc_8785()
    {
        var canonical = CanonicalJson.Canonicalize(
            """{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}""");

        var values = JsonDocument.Parse(canonical).RootElement.EnumerateObject().Select(m => m.Value.GetString());
        Assert.Equal(["Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign", "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh"], values);
    }

    [Fact]
    public void A_rare_surname_stands_as_itself_and_sorts_by_its_surrogates()
    {
        // U+20BB7 is D842 DFB7 in UTF-16 and so comes before U+FA0E, though its code point is larger.
        Assert.Equal("{\"𠮷\":\"𠮷野\",\"﨎\":1}", CanonicalJson.Canonicalize("{\"﨎\":1,\"\\ud842\\udfb7\":\"\\uD842\\uDFB7\\u91ce\"}"));
        Assert.Equal([0x22, 0xf0, 0xa0, 0xae, 0xb7, 0x22], CanonicalJson.Bytes("\"𠮷\""));
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("-0")]
    [InlineData("9007199254740992")]
    [InlineData("-9007199254740992")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("01")]
    [InlineData("+1")]
    [InlineData("NaN")]
    [InlineData("\"\\ud842\"")]
    [InlineData("\"\\udfb7\\ud842\"")]
    [InlineData("{\"\\ud842\":1}")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{\"b\":1,\"a\":0,\"\\u0062\":2}")]
    [InlineData("[1,]")]
    [InlineData("[1] //x")]
    [InlineData("{} {}")]
    [InlineData("\"\t\"")]
    [InlineData("")]
    public void What_has_no_canonical_spelling_is_refused(string json)
    {
        Assert.Throws<CanonicalJsonException>(() => CanonicalJson.Canonicalize(json));
        Assert.False(CanonicalJson.IsCanonical(json));
    }

    [Fact]
    public void A_lone_surrogate_in_the_text_itself_is_refused()
    {
        Assert.Throws<CanonicalJsonException>(() => CanonicalJson.Canonicalize("\"\ud842\""));
        Assert.Throws<CanonicalJsonException>(() => CanonicalJson.Bytes("\udfb7"));
    }

    [Fact]
    public void Bytes_that_are_no_utf8_and_nesting_beyond_the_limit_are_refused()
    {
        Assert.Throws<CanonicalJsonException>(() => CanonicalJson.Canonicalize(new byte[] { 0x22, 0xff, 0x22 }));
        Assert.Throws<CanonicalJsonException>(() => CanonicalJson.Canonicalize(new byte[] { 0xef, 0xbb, 0xbf, 0x7b, 0x7d }));
        Assert.NotNull(CanonicalJson.Canonicalize(new string('[', 64) + new string(']', 64)));
        Assert.Throws<CanonicalJsonException>(() => CanonicalJson.Canonicalize(new string('[', 65) + new string(']', 65)));
    }

    [Fact]
    public void Any_string_survives_and_its_spelling_is_a_fixed_point()
    {
        var strings = ArbMap.Default.ArbFor<string>().Filter(static s => s is not null && IsWellFormed(s));

        Prop.ForAll(strings, s =>
        {
            var canonical = CanonicalJson.Canonicalize(JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal) { [s] = s }));
            var back = JsonSerializer.Deserialize<Dictionary<string, string>>(canonical)!;
            return back.Single() is { Key: var key, Value: var value } && key == s && value == s && CanonicalJson.Canonicalize(canonical) == canonical;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_order_of_members_gives_the_same_spelling()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<Dictionary<Guid, int>>(), members =>
        {
            var forward = JsonSerializer.Serialize(members.ToDictionary(m => m.Key.ToString("N"), m => m.Value));
            var backward = JsonSerializer.Serialize(members.Reverse().ToDictionary(m => m.Key.ToString("N"), m => m.Value));
            return CanonicalJson.Canonicalize(forward) == CanonicalJson.Canonicalize(backward);
        }).QuickCheckThrowOnFailure();
    }

    private static bool IsWellFormed(string s)
    {
        for (var i = 0; i < s.Length;)
        {
            if (Rune.DecodeFromUtf16(s.AsSpan(i), out _, out var used) is not System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            i += used;
        }

        return true;
    }
}
