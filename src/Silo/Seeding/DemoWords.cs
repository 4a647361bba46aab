using System.Collections.Immutable;

namespace Enforcement.Silo.Seeding;

/// <summary>Made-up matters and form texts of the demo city.</summary>
internal static class DemoWords
{
    /// <summary>Matters by bureau: cause, party, place.</summary>
    public static ImmutableDictionary<string, ImmutableArray<(string Cause, string Party, string Place)>> Matters { get; } =
        new Dictionary<string, ImmutableArray<(string, string, string)>>(StringComparer.Ordinal)
        {
            ["CM"] =
            [
                ("擅自占用城市道路堆放物料", "宏达建材经营部", "建设北路18号门前"), ("未经批准擅自设置户外广告", "星河广告有限公司", "人民广场东侧"), ("运输车辆沿途遗撒建筑垃圾", "顺达土石方运输有限公司", "环城南路立交桥下"),
                ("餐饮店油烟未经处理直接排放", "老地方家常菜馆", "和平街77号"), ("擅自挖掘城市道路", "畅通管道工程有限公司", "文化路与解放路交叉口"), ("临街商户违规占道经营", "李记水果店", "学府路农贸市场西门"),
            ],
            ["CZ"] =
            [
                ("食品经营许可申请", "晨曦便利店", "太行东街6号"), ("公共场所卫生许可申请", "悦来宾馆有限公司", "英雄中路120号"), ("城市建筑垃圾处置核准申请", "长兴渣土运输有限公司", "北环路物流园"),
                ("户外广告设置许可申请", "新视界传媒有限公司", "紫金街商业广场"), ("人力资源服务许可申请", "汇才人力资源有限公司", "高新区科创大厦"),
            ],
            ["TA"] =
            [
                ("无证经营烟花爆竹", "岱下杂货店", "泮河大街45号"), ("擅自倾倒工程泥浆", "泰丰基础工程有限公司", "大汶河南岸"), ("未取得规划许可擅自建设", "东岳仓储有限公司", "高铁新区纬三路"),
                ("违规销售不合格电动自行车", "骑乐车行", "岱宗大街210号"), ("占用消防通道堆放货物", "万家批发市场有限公司", "灵山大街批发市场"),
            ],
            ["FS"] =
            [
                ("网吧接纳未成年人上网", "极速网络会所", "新城路9号"), ("未经许可从事营业性演出", "欢乐谷演艺吧", "滨河路二段"), ("销售侵权盗版出版物", "求知书社", "中心小学南侧"),
                ("歌舞娱乐场所超时营业", "金话筒量贩歌厅", "兴京街33号"), ("旅行社未签订书面合同", "山水国际旅行社", "石文镇游客中心"),
            ],
            ["GC"] =
            [
                ("未批先建生产项目", "火焰山葡萄制品有限公司", "工业园区三号路"), ("大气污染防治设施不正常运行", "西域建材有限公司", "七泉湖镇"), ("危险废物未按规定贮存", "绿洲汽车维修中心", "老城路108号"),
                ("超标排放生产废水", "天山纺织有限公司", "恰特喀勒乡"), ("施工工地未采取扬尘防治措施", "丝路建筑工程有限公司", "新城片区东环路"),
            ],
        }.ToImmutableDictionary();

    /// <summary>A text for a field, by its id.</summary>
    public static string For(string field, string label, (string Cause, string Party, string Place) matter, string officer) => field switch
    {
        "content" => $"经核实，当事人{matter.Party}在{matter.Place}涉及“{matter.Cause}”，有关情况如实记录在案。",
        "reason" => $"{matter.Place}发现当事人涉嫌{matter.Cause}，需要依法查处。",
        "facts" => $"现场位于{matter.Place}，当事人{matter.Party}负责人在场；现场情况与反映的“{matter.Cause}”一致，已逐项拍照固定。",
        "party" => $"{matter.Party}，住所：{matter.Place}。",
        "opinion" => "事实清楚，证据充分，程序合法，同意。",
        "handlerOpinion" => "建议启动一般程序调查处理。",
        "object" or "matter" => matter.Cause,
        "legalBasis" or "basis" => "相关法律、法规关于该类行为的规定及裁量基准。",
        "evidence" => "现场检查笔录、询问笔录、现场照片和视频、营业执照复印件。",
        "factors" => "违法情节、危害后果、是否初犯、是否主动改正。",
        "conclusion" or "advice" => "主体适格，定性准确，裁量适当。",
        "proposal" or "disposal" => "依法作出处理，责令限期改正。",
        "reasons" => "当事人的行为违反规定，证据相互印证，足以认定；结合裁量基准决定处理。",
        "place" or "leftAt" => matter.Place,
        "person" or "applicant" => $"{matter.Party}负责人",
        "complainant" => "张先生（实名）",
        "source" => "日常巡查发现",
        "documentName" => "行政执法决定书",
        "measure" => "查封涉案设施",
        "statement" or "reCheck" or "rightsTold" => "已听取当事人陈述申辩，经复核予以记录，不影响对事实的认定。",
        "fileNumber" => "2026-案-001",
        "court" => "市人民法院",
        "institution" => "市产品质量检验中心",
        "mode" or "carrier" => "本机关网站和公告栏",
        "way" => "自行改正并缴纳罚款",
        "unitReviewer" or "reviewer" or "drafter" => officer,
        _ => $"{label}：已按规定记录。",
    };
}
