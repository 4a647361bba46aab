using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Enforcement.Domain.Ledger;

namespace Enforcement.Domain.Tests.Ledger;

public sealed class EventSerializerTests
{
    private static readonly EventSerializer Serializer = new(new EventNames((typeof(Sample), "sample.made", 2), (typeof(Small), "small", 1)));

    private static readonly Sample Full = new(
        new SampleId("S-1"),
        "𠮷野",
        12_50,
        HowServed.LeftAtPlace,
        new DateTimeOffset(2026, 3, 5, 9, 30, 0, TimeSpan.FromHours(8)),
        new DateOnly(2026, 3, 6),
        ["b", "a"],
        ImmutableDictionary<string, string>.Empty.Add("Zz", "1").Add("aa", "2"),
        ImmutableDictionary<SampleId, int>.Empty.Add(new SampleId("k"), 1),
        new Part.Whole(7),
        "note");

    [Fact]
    public void An_event_becomes_one_canonical_spelling_under_its_stable_name()
    {
        var (name, payload) = Serializer.Write(Full);

        Assert.Equal(new EventName("sample.made", 2), name);
        Assert.Equal(
            """{"amountInFen":1250,"at":"2026-03-05T01:30:00.000000Z","by":{"k":1},"day":"2026-03-06","fields":{"Zz":"1","aa":"2"},"how":"left-at-place","id":"S-1","items":["b","a"],"note":"note","part":{"kind":"whole","number":7},"party":"𠮷野"}""",
            payload);
    }

    [Fact]
    public void It_is_read_back_equal_and_written_again_the_same()
    {
        var (name, payload) = Serializer.Write(Full);

        var read = (Sample)Serializer.Read(name.Name, name.Version, payload);

        Assert.Equal(Full.Part, read.Part);
        Assert.Equal<string>([.. Full.Items], [.. read.Items]);
        Assert.Equal(Full.At, read.At);
        Assert.Equal(payload, Serializer.Write(read).Payload);
    }

    [Fact]
    public void Absent_members_are_left_out_and_come_back_as_null()
    {
        var (_, payload) = Serializer.Write(new Small(null, null, null));

        Assert.Equal("{}", payload);
        Assert.Equal(new Small(null, null, null), Serializer.Read("small", 1, payload));
    }

    [Theory]
    [InlineData("\"party\":\"𠮷野\"", "\"party\":null")]
    [InlineData("\"note\":\"note\"", "\"note\":\"note\",\"extra\":1")]
    [InlineData("\"how\":\"left-at-place\"", "\"how\":\"LeftAtPlace\"")]
    [InlineData("\"how\":\"left-at-place\"", "\"how\":1")]
    [InlineData("\"amountInFen\":1250,", "")]
    [InlineData("\"items\":[\"b\",\"a\"],", "")]
    [InlineData("\"id\":\"S-1\"", "\"id\":\"\"")]
    [InlineData("\"id\":\"S-1\"", "\"id\":1")]
    [InlineData("\"day\":\"2026-03-06\"", "\"day\":\"2026-3-6\"")]
    [InlineData("01:30:00.000000Z", "01:30:00Z")]
    [InlineData("\"kind\":\"whole\"", "\"kind\":\"half\"")]
    [InlineData("\"id\":\"S-1\"", "\"id\":\"S-1\",\"id\":\"S-2\"")]
    public void What_the_class_does_not_know_or_must_have_is_refused_on_reading(string old, string replacement)
    {
        var payload = Serializer.Write(Full).Payload;
        var changed = payload.Replace(old, replacement, StringComparison.Ordinal);

        Assert.NotEqual(payload, changed);
        Assert.Throws<CanonicalJsonException>(() => Serializer.Read("sample.made", 2, changed));
    }

    [Fact]
    public void Fractions_durations_and_lone_surrogates_cannot_be_written()
    {
        Assert.Throws<CanonicalJsonException>(() => EventSerializer.Canonical(Box.Of(1.0)));
        Assert.Throws<CanonicalJsonException>(() => EventSerializer.Canonical(Box.Of(1m)));
        Assert.Throws<CanonicalJsonException>(() => EventSerializer.Canonical(Box.Of(TimeSpan.FromHours(1))));
        Assert.Throws<CanonicalJsonException>(() => EventSerializer.Canonical(Box.Of(DateTime.UnixEpoch)));
        Assert.Throws<CanonicalJsonException>(() => EventSerializer.Canonical(Box.Of(long.MaxValue)));
        Assert.Throws<CanonicalJsonException>(() => EventSerializer.Canonical(new Small("\ud842", null, null)));
        Assert.Throws<CanonicalJsonException>(() => EventSerializer.Canonical(new Small("𠮷\udfb7", null, null)));
        Assert.Throws<CanonicalJsonException>(() => Serializer.Write(Full with { Fields = Full.Fields.Add("\ud842", "x") }));
        Assert.Throws<CanonicalJsonException>(() => Serializer.Write(Full with { Id = new SampleId("\ud842") }));
        Assert.Throws<CanonicalJsonException>(() => Serializer.Write(Full with { Items = default }));
        Assert.Throws<CanonicalJsonException>(() => Serializer.Write(Full with { How = (HowServed)9 }));
    }

    [Fact]
    public void An_unknown_name_version_or_class_throws()
    {
        Assert.Throws<ArgumentException>(() => Serializer.Read("sample.made", 1, "{}"));
        Assert.Throws<ArgumentException>(() => Serializer.Read("other", 1, "{}"));
        Assert.Throws<ArgumentException>(() => Serializer.Write(new Actor("a", "b", "c", "d", null)));
    }

    [Fact]
    public void Names_are_unique_both_ways_and_spelt_in_lower_case()
    {
        Assert.Throws<ArgumentException>(() => new EventNames((typeof(Sample), "a", 1), (typeof(Small), "a", 1)));
        Assert.Throws<ArgumentException>(() => new EventNames((typeof(Sample), "a", 1), (typeof(Sample), "b", 1)));
        Assert.Throws<ArgumentException>(() => new EventNames((typeof(Sample), "A", 1)));
        Assert.Throws<ArgumentException>(() => new EventNames((typeof(Sample), "", 1)));
        Assert.Throws<ArgumentException>(() => new EventNames((typeof(Sample), "a", 0)));
        Assert.Equal(typeof(Small), new EventNames((typeof(Sample), "a", 1), (typeof(Small), "a", 2)).TypeOf("a", 2));
    }

    private enum HowServed
    {
        Directly,
        LeftAtPlace,
    }

    private readonly record struct SampleId
    {
        public SampleId(string value)
        {
            ArgumentException.ThrowIfNullOrEmpty(value);
            Value = value;
        }

        public string Value { get; }
    }

    [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
    [JsonDerivedType(typeof(Whole), "whole")]
    private abstract record Part
    {
        public sealed record Whole(int Number) : Part;
    }

    private sealed record Sample(
        SampleId Id,
        string Party,
        long AmountInFen,
        HowServed How,
        DateTimeOffset At,
        DateOnly Day,
        ImmutableArray<string> Items,
        ImmutableDictionary<string, string> Fields,
        ImmutableDictionary<SampleId, int> By,
        Part Part,
        string? Note)
    {
        public bool IsOld => Day.Year < 2000;
    }

    private static class Box
    {
        public static Boxed<T> Of<T>(T x) => new(x);
    }

    private sealed record Boxed<T>(T X);

    private sealed record Small(string? Text, int? Number, DateOnly? Day);
}
