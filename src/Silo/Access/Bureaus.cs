using System.Collections.Immutable;
using Enforcement.Domain;
using Enforcement.Domain.Access;

namespace Enforcement.Silo.Access;

/// <summary>A bureau of the city. Its code is the code of the regulation that it lives by.</summary>
public sealed record Bureau(string Code, Words Name);

/// <summary>The bureaus of the city in which people may sit.</summary>
public sealed class Bureaus
{
    public static readonly Words MunicipalityName = new("市级", "Municipality");

    public ImmutableArray<Bureau> All { get; } =
    [
        new("CM", new("城市管理局", "City Management Bureau")),
        new("CZ", new("行政审批服务管理局", "Administrative Approvals Bureau")),
        new("TA", new("综合行政执法局", "Integrated Enforcement Bureau")),
        new("FS", new("文化市场综合执法局", "Culture Market Enforcement Bureau")),
        new("GC", new("生态环境局", "Ecology and Environment Bureau")),
    ];

    public Words? NameOf(string code) =>
        code == Principal.Municipality ? MunicipalityName : All.FirstOrDefault(bureau => bureau.Code == code)?.Name;
}
