using Enforcement.Domain.Ledger;

namespace Enforcement.Domain.Tests.Ledger;

public sealed class EntryTests
{
    private static readonly LedgerEntry Fact = new(
        "case/CM-2026-000001",
        1,
        "case.started",
        1,
        new DateTimeOffset(2026, 3, 5, 9, 30, 0, TimeSpan.FromHours(8)),
        new DateTimeOffset(2026, 3, 5, 1, 31, 0, TimeSpan.Zero),
        new Actor("o-1", "𠮷野", "handler", "CM", "310101-0001"),
        "c-1",
        Training: false,
        "{\"party\":\"甲\"}",
        Chain.Genesis);

    [Fact]
    public void The_body_is_the_canonical_envelope()
    {
        var body = Fact.Body();

        Assert.Equal(
            """{"actor":{"bureau":"CM","certificate":"310101-0001","id":"o-1","name":"𠮷野","role":"handler"},"commandId":"c-1","name":"case.started","occurredAt":"2026-03-05T01:30:00.000000Z","payload":{"party":"甲"},"previous":"0000000000000000000000000000000000000000000000000000000000000000","recordedAt":"2026-03-05T01:31:00.000000Z","sequence":1,"stream":"case/CM-2026-000001","training":false,"version":1}""",
            body);
        Assert.Equal(body, CanonicalJson.Canonicalize(body));
    }

    [Fact]
    public void An_absent_certificate_is_left_out_and_awkward_text_is_escaped()
    {
        var body = (Fact with { Actor = Fact.Actor with { Certificate = null, Name = "a\"\\\n\u0001" } }).Body();

        Assert.StartsWith("""{"actor":{"bureau":"CM","id":"o-1","name":"a\"\\\n\u0001","role":"handler"},""", body, StringComparison.Ordinal);
        Assert.True(CanonicalJson.IsCanonical(body));
    }

    [Fact]
    public void A_body_is_read_back_as_it_was()
    {
        var read = EntryReader.Read(Fact.Body());

        Assert.Equal(Fact with { OccurredAt = Fact.OccurredAt.ToUniversalTime() }, read);
    }

    [Theory]
    [InlineData("\"sequence\":1", "\"sequence\":0")]
    [InlineData("\"sequence\":1", "\"sequence\":1.0")]
    [InlineData("\"version\":1", "\"version\":1,\"zzz\":1")]
    [InlineData("\"version\":1", "\"version\": 1")]
    [InlineData("\"version\":1", "\"version\":99999999999")]
    [InlineData("\"training\":false", "\"training\":null")]
    [InlineData("\"role\":\"handler\"", "\"role\":null")]
    [InlineData("\"role\":\"handler\"", "\"role\":\"handler\",\"title\":\"x\"")]
    [InlineData("\"commandId\":\"c-1\",", "")]
    [InlineData("{\"party\":\"甲\"}", "[]")]
    [InlineData("{\"party\":\"甲\"}", "{\"party\":\"\\u7532\"}")]
    [InlineData("01:30:00.000000Z", "01:30:00Z")]
    [InlineData("\"previous\":\"0", "\"previous\":\"A")]
    public void A_body_with_anything_else_is_refused(string old, string replacement)
    {
        var body = Fact.Body().Replace(old, replacement, StringComparison.Ordinal);

        Assert.NotEqual(Fact.Body(), body);
        Assert.Throws<CanonicalJsonException>(() => EntryReader.Read(body));
    }

    [Fact]
    public void The_chain_accepts_the_next_link_only()
    {
        var first = Chain.Next(Chain.Empty, Fact, out var body1);
        var second = Chain.Next(new StreamHead(1, first.Hash), Fact, out var body2);

        Assert.Null(Chain.Check(Chain.Empty, body1, first.Hash, out var read));
        Assert.Equal(first.Hash, read!.Hash);
        Assert.Null(Chain.Check(new StreamHead(1, first.Hash), body2, second.Hash, out _));
        Assert.Contains("sequence", Chain.Check(Chain.Empty, body2, second.Hash, out _), StringComparison.Ordinal);
        Assert.Contains("previous", Chain.Check(new StreamHead(1, second.Hash), body2, second.Hash, out _), StringComparison.Ordinal);
        Assert.Contains("does not belong", Chain.Check(Chain.Empty, body1, second.Hash, out _), StringComparison.Ordinal);
        Assert.Contains("does not belong", Chain.Check(Chain.Empty, body1.Replace("甲", "乙", StringComparison.Ordinal), first.Hash, out _), StringComparison.Ordinal);
    }

    [Fact]
    public void The_hash_is_sha256_of_the_bytes()
    {
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", EntryHash.Of("abc"));
    }
}
