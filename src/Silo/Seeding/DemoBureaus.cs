using System.Collections.Immutable;
using Enforcement.Domain;

namespace Enforcement.Silo.Seeding;

/// <summary>A bureau of the demo city.</summary>
internal sealed record DemoBureau(string Code, Words Name, string Mark, string District);

/// <summary>The five bureaus of the demo city, one for each regulation. The city and its districts are made up.</summary>
internal static class DemoBureaus
{
    public static ImmutableArray<DemoBureau> All { get; } =
    [
        new("CM", new("城市管理局", "City Management Bureau"), "城管", "中心区"),
        new("CZ", new("行政审批服务管理局", "Administrative Approvals Bureau"), "审批", "太行区"),
        new("TA", new("综合行政执法局", "Integrated Enforcement Bureau"), "综执", "岱岳区"),
        new("FS", new("文化市场综合执法局", "Culture Market Enforcement Bureau"), "文执", "浑河区"),
        new("GC", new("生态环境局", "Ecology and Environment Bureau"), "环", "高昌区"),
    ];
}
