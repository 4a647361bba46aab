using System.Collections.Immutable;
using Enforcement.Domain.Cases;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Regulations;
using Enforcement.Domain.Supervision;
using Enforcement.Domain.Tests.Regulations;

namespace Enforcement.Domain.Tests.Cases;

/// <summary>What people type is refused by what is wrong with it: not there, too long, or with characters that nobody sees.</summary>
public sealed class TypedTextTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly CaseLaw Law = new(ShippedProfiles.Pinned("cm/undated"), WorkCalendar.WeekdaysOnly);
    private static readonly Person Officer = new("o", "王建国", "officer", "CM");

    [Theory]
    [InlineData("", "text.missing", "缺少案由")]
    [InlineData(" \t", "text.missing", "缺少案由")]
    [InlineData("201", "text.too-long", "案由超过200字")]
    [InlineData("占道\u202E经营", "text.hidden", "案由含有不可见的控制字符")]
    [InlineData("占道\n经营", "text.hidden", "案由含有不可见的控制字符")]
    public void The_cause_of_a_new_case(string title, string code, string words)
    {
        var fault = Assert.Single(Open(title == "201" ? new string('吉', 201) : title, new Party("某公司", PartyKind.Organisation)), v => v.Member == "title");
        Assert.Equal((code, words), (fault.Code, fault.Text.Zh));
    }

    [Fact]
    public void Each_part_of_the_party_is_named_by_itself()
    {
        var broken = Open("占道经营", new Party("李𠮷\u200B烧烤店", PartyKind.Organisation) { IdNumber = new string('9', 51), Contact = new string('吉', 301) });

        Assert.Equal(
            [("party.name", "text.hidden"), ("party.idNumber", "text.too-long"), ("party.contact", "text.too-long")],
            broken.Where(v => v.Member?.StartsWith("party.", StringComparison.Ordinal) is true).Select(v => (v.Member!, v.Code)));
    }

    [Fact]
    public void Scripts_and_characters_of_four_bytes_are_text_like_any_other() =>
        Assert.DoesNotContain(Open("<script>alert(1)</script>𠮷👮", new Party("李𠮷<b>", PartyKind.Person)), v => v.Code.StartsWith("text.", StringComparison.Ordinal));

    [Theory]
    [InlineData(" ", "text.missing")]
    [InlineData("1001", "text.too-long")]
    [InlineData("已整改\u202E", "text.hidden")]
    public void The_words_that_close_a_finding(string words, string code)
    {
        DomainEvent[] facts =
        [
            new CaseEvent.Opened("1号", "CM", ActType.Penalty, CaseOrigin.ExOfficio, "占道经营", new Party("某公司", PartyKind.Organisation), "cm/undated", Law.Pinned.Hash),
            new FindingEvent.Raised("f1", "clock.missed", "CM-31", Advisory: false, new Words("逾期", "missed"), null, Now),
        ];
        var state = facts.Aggregate(CaseState.None, CaseState.Evolve);

        Assert.Equal(code, Assert.Single(Resolve(words == "1001" ? new string('吉', 1001) : words)).Code);
        Assert.Empty(Resolve("已约谈，\n整改完毕𠮷<b>"));

        ImmutableArray<Violation> Resolve(string text) => Broken(CaseDecider.Decide(state, new CaseCommand.ResolveFinding("f1", text), Law, Officer with { Role = "supervisor" }, Now));
    }

    private static ImmutableArray<Violation> Open(string title, Party party) =>
        Broken(CaseDecider.Decide(CaseState.None, new CaseCommand.Open("1号", "CM", ActType.Penalty, CaseOrigin.ExOfficio, title, party, new ActInput { Kind = "start-report" }), Law, Officer, Now));

    private static ImmutableArray<Violation> Broken(Decision<Fact> decision) => decision is Decision<Fact>.Refused { Violations: var broken } ? [.. broken] : [];
}
