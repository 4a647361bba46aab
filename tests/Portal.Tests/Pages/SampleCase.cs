using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;

namespace Enforcement.Portal.Tests.Pages;

/// <summary>A small case with something of everything: two entries, a recording, a refusal, a term, a finding, one record missing.</summary>
internal static class SampleCase
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 14, 20, 0, TimeSpan.FromHours(8));

    public static readonly string Hash = new('a', 64);

    public static CaseRow Row() => new(
        "c-1", "城管罚〔2026〕1号", "CM", "penalty", "ex-officio", "started", "占道经营", "张三", "cm-officer", "王建国", Now, null, null, null, null, 0, 0, 0, 0,
        "cm/undated", Training: true, 2, Now, "");

    public static CaseView View() => new()
    {
        Id = "c-1",
        Number = "城管罚〔2026〕1号",
        Bureau = "CM",
        ActType = new("penalty", new("行政处罚", "Penalty")),
        Origin = new("ex-officio", new("依职权", "Ex officio")),
        Stage = new("started", new("程序启动", "Started")),
        Stages = [new("registered", new("登记", "Registered")), new("started", new("程序启动", "Started"))],
        Title = "占道经营",
        Party = new PartyInfo("张三", "person"),
        Profile = new ProfilePin("cm/undated", "CM", new("城管", "CM"), Hash),
        OpenedAt = Now,
        Acts = [Report(), Opinion()],
        Clocks =
        [
            new("k1", "start-report", new("补办启动审批", "Late start approval"), "CM-08",
                new("自2026年11月21日14时20分起24小时（CM-08），至2026年11月22日14时20分", "24 h from 2026-11-21 14:20 (CM-08), until 2026-11-22 14:20"),
                "running", Now, Now.AddHours(24), "hours", false, false, 0, null, null, null, null),
        ],
        Requirements =
        [
            new("a1", "start-report", new("程序启动审批表", "Start-approval form"), "document", "start-form", new("启动审批表", "Form"), "CM-08", "present", null),
            new("a2", "start-unit-opinion", new("承办机构意见", "Opinion"), "signature", "head", new("负责人签名", "Signature"), "CM-09", "missing", null),
        ],
        Findings = [new("f1", "clock.missed", "CM-08", false, new("补办启动审批逾期", "Late start approval missed"), null, null, null)],
        Next = [],
        Proof = new ProofView(3, Hash, Now) { Position = 7 },
        RecordingFields = [],
        Now = Now,
        Training = true,
    };

    public static ActView Report() => new()
    {
        Id = "a1",
        Kind = "start-report",
        Name = new("程序启动审批表", "Start-approval form"),
        Stage = new("registered", new("登记", "Registered")),
        OccurredAt = Now,
        RecordedAt = Now,
        By = new PersonInfo("cm-officer", "王建国", "officer", "CM", "CM-0001"),
        Fields = [new FieldValue("reason", new("启动原因", "Cause"), "群众反映<b>", new("群众反映<b>", "群众反映<b>"), "CM-08")],
        Officers = [new OfficerShown("cm-officer", "王建国", "CM-0001", true)],
        Documents = [new DocumentInfo("start-form", "启动审批表", "城管启〔2026〕1号", new string('b', 64))],
        Signatures = [new SignatureView("party", new("当事人", "Party"), "张三", true, "拒绝到场")],
        Recordings = [new LinkedRecordingView("R-7", "recorder", Now, new string('c', 64), Now, ImmutableDictionary<string, string>.Empty, null)],
        Av = "required",
    };

    public static ActView Opinion() => new()
    {
        Id = "a2",
        Kind = "start-unit-opinion",
        Name = new("承办机构意见", "Opinion of the unit"),
        Stage = new("started", new("程序启动", "Started")),
        OccurredAt = Now,
        RecordedAt = Now,
        By = new PersonInfo("cm-unit-head", "李敏", "unit-head", "CM", null),
        Fields = [],
        Officers = [],
        Documents = [],
        Signatures = [],
        Recordings = ImmutableArray<LinkedRecordingView>.Empty,
        Av = "none",
        RefersTo = "a1",
    };
}
