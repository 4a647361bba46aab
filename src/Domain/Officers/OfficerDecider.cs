using System.Collections.Immutable;
using Enforcement.Domain.Access;

namespace Enforcement.Domain.Officers;

/// <summary>The rules of the register of officers.</summary>
public static class OfficerDecider
{
    /// <summary>Decides a registration: the same content again does nothing.</summary>
    public static Decision<Fact> Register(OfficerEvent.Registered? current, OfficerEvent.Registered wanted, DateTimeOffset now)
    {
        List<Violation> broken = [];
        if (!PlainText.IsLine(wanted.Name, 100))
        {
            broken.Add(new("officer.name", null, new("姓名为空或过长", "The name is empty or too long"), new("填写姓名", "Give the name"), "name"));
        }

        if (string.IsNullOrWhiteSpace(wanted.Bureau))
        {
            broken.Add(new("officer.bureau", null, new("缺少所属机关", "The bureau is missing"), new("选择所属机关", "Choose the bureau"), "bureau"));
        }

        if (wanted.Certificate.Length > 50 || !PlainText.IsClean(wanted.Certificate))
        {
            broken.Add(new("officer.certificate", null, new("执法证号无效", "The certificate number is not valid"), new("核对执法证号", "Check the number"), "certificate"));
        }

        foreach (var role in wanted.Roles.Where(r => Kebab.Parse<Role>(r) is null))
        {
            broken.Add(new("officer.role", null, new($"没有名为“{role}”的岗位", $"There is no role \"{role}\""), new("从所列岗位中选择", "Choose one of the roles"), "roles"));
        }

        return broken is not [] ? new Decision<Fact>.Refused(broken)
            : Same(current, wanted) ? new Decision<Fact>.Accepted([])
            : new Decision<Fact>.Accepted([new Fact(wanted, now)]);
    }

    /// <summary>Whether an officer may be named as present on a day: in service, with a certificate that is valid.</summary>
    public static bool MayEnforce(OfficerEvent.Registered? officer, DateOnly day) =>
        officer is { Active: true, Certificate.Length: > 0 } && (officer.CertificateValidUntil ?? DateOnly.MaxValue) >= day;

    private static bool Same(OfficerEvent.Registered? a, OfficerEvent.Registered b) =>
        a is not null && a with { Roles = b.Roles } == b && a.Roles.SequenceEqual(b.Roles);
}
