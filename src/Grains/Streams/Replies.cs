using System.Collections.Immutable;
using Enforcement.Domain;
using Enforcement.Domain.Regulations;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;

namespace Enforcement.Grains.Streams;

/// <summary>Domain answers as messages.</summary>
internal static class Replies
{
    public static CommandReply Done(long sequence, string? reference) => new(sequence, reference, []);

    public static CommandReply Refused(long sequence, IEnumerable<Violation> violations, LawTexts texts) => new(sequence, null, Broken(violations, texts));

    public static ImmutableArray<BrokenRule> Broken(IEnumerable<Violation> violations, LawTexts texts) =>
        [.. violations.Select(v => new BrokenRule(v.Code, v.Article, texts.Find(v.Article)?.Text, v.Text.ToWording(), v.Next.ToWording(), v.Member))];

    public static Wording ToWording(this Words words) => new(words.Zh, words.En);

    public static Person ToPerson(this Caller caller) => new(caller.Id, caller.Name, caller.Role, caller.Bureau, caller.Certificate);
}
