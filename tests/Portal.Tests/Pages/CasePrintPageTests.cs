using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Access;
using Enforcement.Portal.Pages.Cases;
using NSubstitute;
using Orleans;

namespace Enforcement.Portal.Tests.Pages;

public sealed class CasePrintPageTests : PageTest
{
    public CasePrintPageTests()
    {
        var grain = Substitute.For<ICaseGrain>();
        grain.ViewAsync(default!).ReturnsForAnyArgs(SampleCase.View());
        Grains.GetGrain<ICaseGrain>("c-1").Returns(grain);
        Reads.CaseAsync(default!, default!, default).ReturnsForAnyArgs(SampleCase.Row());
        Checkpoints.OverAsync(7, Arg.Any<CancellationToken>()).Returns(new CheckpointLine(12, new string('d', 64), Now));
    }

    [Fact]
    public void Every_act_stands_in_the_file_in_order_with_all_that_it_states()
    {
        var page = Render<CasePrintPage>(p => p.Add(r => r.CaseId, "c-1"));

        Assert.Equal(["act-a1", "act-a2"], page.FindAll(".dossier-act").Select(act => act.Id));
        var first = page.Find("#act-a1").TextContent;
        string[] stated = ["1. 程序启动审批表", "群众反映<b>", "CM-0001、已出示证件", "城管启〔2026〕1号", new string('b', 64), "张三 拒绝签名：拒绝到场", "R-7"];
        Assert.All(stated, text => Assert.Contains(text, first, StringComparison.Ordinal));
        Assert.Equal(
            ["程序启动审批表", "承办机构意见", "音像记录目录", "期限", "监督问题与记录完整性", "链式存证"],
            page.FindAll("[aria-labelledby='dossier-contents'] a").Select(link => link.TextContent));
    }

    [Fact]
    public void Recordings_terms_findings_and_proof_follow()
    {
        var page = Render<CasePrintPage>(p => p.Add(r => r.CaseId, "c-1"));

        Assert.Contains(new string('c', 64), page.Find("[aria-labelledby='dossier-recordings']").TextContent, StringComparison.Ordinal);
        Assert.Contains("自2026年11月21日14时20分起24小时（CM-08）", page.Find("[aria-labelledby='dossier-terms']").TextContent, StringComparison.Ordinal);
        var findings = page.Find("[aria-labelledby='dossier-findings']").TextContent;
        Assert.Contains("补办启动审批逾期", findings, StringComparison.Ordinal);
        Assert.Contains("负责人签名", findings, StringComparison.Ordinal);
        var proof = page.Find("[aria-labelledby='dossier-proof']").TextContent;
        Assert.Contains(SampleCase.Hash, proof, StringComparison.Ordinal);
        Assert.Contains(new string('d', 64), proof, StringComparison.Ordinal);
        Assert.Contains("王建国", proof, StringComparison.Ordinal);
    }

    [Fact]
    public void A_training_case_says_on_its_cover_that_it_is_one()
    {
        var page = Render<CasePrintPage>(p => p.Add(r => r.CaseId, "c-1"));

        Assert.Equal("培训案件，不具有法律效力", page.Find(".dossier-training").TextContent);
        Assert.Contains("城管罚〔2026〕1号", page.Find(".dossier-cover").TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll("button[data-print-page]"));
    }

    [Fact]
    public void A_case_out_of_reach_is_not_there()
    {
        Reads.CaseAsync(default!, default!, default).ReturnsForAnyArgs((CaseRow?)null);

        var page = Render<CasePrintPage>(p => p.Add(r => r.CaseId, "c-1"));

        Assert.Empty(page.FindAll(".dossier"));
        Assert.Contains("没有此案件", page.Markup, StringComparison.Ordinal);
    }
}
