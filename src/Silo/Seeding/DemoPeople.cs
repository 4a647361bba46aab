using System.Collections.Immutable;
using Enforcement.Domain;
using Enforcement.Domain.Access;

namespace Enforcement.Silo.Seeding;

/// <summary>One fictional member of the demo city.</summary>
/// <param name="Id">The account name, which is also the id in the register of officers.</param>
/// <param name="Name">A made-up name.</param>
/// <param name="Role">The role.</param>
/// <param name="Bureau">The bureau's id.</param>
/// <param name="Certificate">The certificate number of those who enforce; empty: none.</param>
internal sealed record DemoPerson(string Id, string Name, Role Role, string Bureau, string Certificate);

/// <summary>The people of the demo city. All names are made up.</summary>
internal static class DemoPeople
{
    private static readonly string[] Bureaus = ["CM", "CZ", "TA", "FS", "GC"];

    private static readonly (Role Role, int Count)[] Seats =
    [
        (Role.Officer, 4), (Role.WindowClerk, 1), (Role.UnitHead, 1), (Role.LegalReviewer, 1), (Role.LeaderInCharge, 1), (Role.MainLeader, 1), (Role.RecordsCustodian, 1), (Role.Supervisor, 1),
    ];

    private static readonly string[] Names =
    [
        "王建国", "李秀兰", "张志强", "刘晓燕", "陈文博", "杨丽华", "赵国栋", "黄雅静", "周明远", "吴海峰", "徐慧敏",
        "孙立军", "马春梅", "朱永康", "胡思远", "郭佳宁", "林宗平", "何雪梅", "高振华", "罗素珍", "郑凯文", "梁玉洁",
        "谢长河", "宋美玲", "唐少杰", "许若男", "邓志勇", "冯晓东", "韩冰洁", "曹德胜", "曾庆云", "彭建业", "萧雨桐",
        "蔡明哲", "潘文静", "田广义", "董海燕", "袁世平", "于秋霞", "余光华", "叶欣然", "蒋卫东", "杜鹃红", "苏启航",
        "魏延年", "程思琪", "吕方圆", "丁香凝", "沈从容", "任远征", "姚若愚", "卢照邻", "𠮷田明", "傅一鸣", "钟灵秀",
    ];

    /// <summary>Everybody, bureau by bureau.</summary>
    public static ImmutableArray<DemoPerson> All { get; } = [.. Make()];

    /// <summary>The made-up name of an account of the demo city, or <see langword="null"/>.</summary>
    public static string? NameOf(string id) => All.FirstOrDefault(p => p.Id == id)?.Name;

    private static IEnumerable<DemoPerson> Make()
    {
        var next = 0;
        foreach (var bureau in Bureaus)
        {
            foreach (var (role, count) in Seats)
            {
                for (var i = 1; i <= count; i++)
                {
                    var id = $"{bureau.ToLowerInvariant()}-{Kebab.Of(role)}{(i == 1 ? string.Empty : $"-{i}")}";
                    yield return new DemoPerson(id, Names[next++ % Names.Length], role, bureau, role is Role.Officer ? $"{bureau}-{i:0000}" : string.Empty);
                }
            }
        }
    }
}
