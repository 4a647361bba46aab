using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Components.Forms;

namespace Enforcement.Portal.Tests.Components;

public sealed class ActFormTests : PortalTest
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 14, 20, 0, TimeSpan.FromHours(8));

    private static readonly OfficerRow Zhang = new("o1", "张伟", "CM", "CM-0001", new DateOnly(2027, 12, 31), "officer", Active: true);
    private static readonly OfficerRow Li = new("o2", "李𠮷", "CM", "CM-0002", new DateOnly(2026, 1, 1), "officer", Active: true);

    [Fact]
    public void Every_field_has_a_label_and_required_ones_a_mark_with_their_article()
    {
        var form = Draw(new ActFormModel(Inspection()));

        foreach (var field in Inspection().Fields)
        {
            var label = form.Find($"label[for='{FormPlaces.Field(field.Id)}']");
            Assert.Equal(field.Name.Zh, label.TextContent);
        }

        Assert.Equal("*必填", form.Find("#field-site").Closest(".field")!.QuerySelector(".must")!.TextContent);
        Assert.Equal("视情形必填", form.Find("#field-reason").Closest(".field")!.QuerySelector(".must-when")!.TextContent);
        Assert.Null(form.Find("#field-note").Closest(".field")!.QuerySelector(".must, .must-when"));
    }

    [Fact]
    public void What_was_typed_is_sent_as_the_message_wants_it()
    {
        ActFormModel model = new(Inspection());
        var form = Draw(model);

        form.Find("#field-site").Change("幸福路 12 号");
        form.Find("#field-fine").Change("1234.5");
        form.Find("#field-at").Change("2026-11-21T09:30");
        form.Find($"#{FormPlaces.OccurredId}").Change("2026-11-21T09:00");
        form.Find(".officer-name input").Change(true);
        form.Find(".officer-shown input").Change(true);
        form.Find("#document-record").Change(true);
        form.Find("#document-record-number").Change("城执〔2026〕1号");
        form.Find(".signature-inputs input[type=checkbox]").Change(true);
        form.Find("#signature-party-reason").Change("拒绝并离开");
        var draft = model.ToDraft();

        Assert.Equal("on-site-inspection", draft.Kind);
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(8)), draft.OccurredAt);
        Assert.Equal("幸福路 12 号", draft.Fields["site"]);
        Assert.Equal("123450", draft.Fields["fine"]);
        Assert.Equal("2026-11-21T09:30:00+08:00", draft.Fields["at"]);
        Assert.Equal(new OfficerPresent("o1", true), Assert.Single(draft.Officers));
        Assert.Equal(new DocumentInfo("record", "检查笔录", "城执〔2026〕1号"), Assert.Single(draft.Documents));
        Assert.Equal(new SignatureInfo("party", "", Refused: true, "拒绝并离开"), Assert.Single(draft.Signatures));
    }

    [Fact]
    public void A_refusal_loses_nothing_and_keeps_the_command_id()
    {
        ActFormModel model = new(Inspection());
        var form = Draw(model);
        form.Find("#field-site").Change("幸福路 12 号");
        var id = model.CommandId;

        model.Answered(new CommandReply(3, null, [new BrokenRule("field.missing", "CM-08", "第八条", new("应当载明", "must state"), new("填写", "Fill in"), "reason")]));
        form.Render();

        Assert.Equal("幸福路 12 号", form.Find("#field-site").GetAttribute("value"));
        Assert.Equal(id, model.CommandId);
        Assert.Equal("true", form.Find("#field-reason").GetAttribute("aria-invalid"));
        Assert.Contains("应当载明", form.Find("#field-reason-error").TextContent, StringComparison.Ordinal);
        Assert.Null(form.Find("#field-site").GetAttribute("aria-invalid"));
    }

    [Fact]
    public void An_accepted_command_is_followed_by_a_new_id()
    {
        ActFormModel model = new(Inspection());
        var id = model.CommandId;

        model.Answered(new CommandReply(4, "a1", []));

        Assert.NotEqual(id, model.CommandId);
    }

    [Fact]
    public void A_certificate_that_ran_out_is_marked()
    {
        var form = Draw(new ActFormModel(Inspection()));

        var items = form.FindAll(".officer-list li");
        Assert.DoesNotContain("证件已过期", items[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("证件已过期", items[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_measured_act_asks_for_no_instant()
    {
        var form = Draw(new ActFormModel(Inspection() with { Declared = false }));

        Assert.Empty(form.FindAll($"#{FormPlaces.OccurredId}"));
        Assert.Contains("发生时间由系统在提交时记载", form.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exemption_is_offered_only_where_the_regulation_knows_one()
    {
        Assert.Empty(Draw(new ActFormModel(Inspection())).FindAll($"#{FormPlaces.ExemptionId}"));

        ActFormModel model = new(Inspection() with { Av = [new FormAv("required", "CM-20", false, ["video"], "unsuitable-with-reason")] });
        var form = Draw(model);
        form.Find($"#{FormPlaces.ExemptionId}").Change(true);
        form.Find("#exemption-reason").Change("涉及未成年人");

        Assert.Equal(new ExemptionInfo("unsuitable", "涉及未成年人"), model.ToDraft().Exemption);
    }

    [Theory]
    [InlineData("money", "12.345", "12.345")]
    [InlineData("money", "0.01", "1")]
    [InlineData("money", "1000", "100000")]
    [InlineData("money", "-5", "-5")]
    [InlineData("number", " 7 ", "7")]
    [InlineData("instant", "nonsense", "nonsense")]
    [InlineData("text", "<script>alert(1)</script>", "<script>alert(1)</script>")]
    public void What_cannot_be_read_is_sent_as_typed(string type, string typed, string sent) =>
        Assert.Equal(sent, FieldText.FromInput(type, typed));

    [Fact]
    public void Script_text_is_drawn_as_text()
    {
        ActFormModel model = new(Inspection());
        model.Values["note"] = "<script>alert(1)</script>";

        var form = Draw(model);

        Assert.Empty(form.FindAll("script"));
        Assert.Equal("<script>alert(1)</script>", form.Find("#field-note").GetAttribute("value"));
    }

    private IRenderedComponent<ActForm> Draw(ActFormModel model) =>
        Render<ActForm>(p => p.Add(f => f.Model, model).Add(f => f.Officers, Register.Roll(Zhang, Li)).Add(f => f.Now, Now));

    private static ActFormView Inspection() => new()
    {
        Kind = "on-site-inspection",
        Name = new("现场检查", "On-site inspection"),
        Article = "CM-12",
        Stage = new("investigation", new("调查取证", "Investigation")),
        Declared = true,
        Fields =
        [
            Field("site", "检查地点", "text", required: true),
            Field("reason", "未通知当事人的理由", "long-text", required: true, conditional: true),
            Field("note", "备注", "long-text", required: false),
            Field("fine", "金额", "money", required: true),
            Field("at", "到达时间", "instant", required: true),
            Field("found", "发现违法", "boolean", required: true),
            Field("result", "结果", "choice", required: true) with { Choices = [new("ok", new("合格", "Passed")), new("bad", new("不合格", "Failed"))] },
            Field("on", "日期", "date", required: true),
        ],
        MinOfficers = 2,
        OfficerArticles = ["行政处罚法-42"],
        Documents = [new FormDocument("record", new("检查笔录", "Record"), "CM-12", true, false, false, null), new FormDocument("photos", new("照片", "Photos"), "CM-12", true, false, true, null)],
        Signatures = [new FormSignature("party", new("当事人签名或盖章", "Signature of the party"), "CM-12", true, true)],
        Av = [new FormAv("required", "CM-20", false, ["video"], "none")],
        RefersTo = [],
        Roles = ["officer"],
        Opens = [],
        ActTypes = [],
    };

    private static FormField Field(string id, string name, string type, bool required, bool conditional = false) =>
        new(id, new Wording(name, id), "CM-12", type, required, conditional, [], 200);
}
