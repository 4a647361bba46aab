using Enforcement.Domain;
using Enforcement.Grains.Interfaces;
using Enforcement.Portal.Access;

namespace Enforcement.Silo.Pages;

/// <summary>Broken rules of the program itself, as pages show them.</summary>
internal static class Rules
{
    public static readonly Violation NotYours = new(
        "access.denied",
        null,
        new Words("当前岗位不能办理此事项。", "Your role may not do this."),
        new Words("请由有权岗位的人员办理。", "Ask a person whose role may."));

    public static DeskAnswer Refused(IEnumerable<Violation> broken) => new(null, [.. broken.Select(Of)]);

    public static BrokenRule Of(Violation violation) => new(
        violation.Code,
        violation.Article,
        null,
        new Wording(violation.Text.Zh, violation.Text.En),
        new Wording(violation.Next.Zh, violation.Next.En),
        violation.Member);
}
