using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Components.Forms;

namespace Enforcement.Portal.Tests.Components;

/// <summary>What the script collects from the controls of a form comes back as the same form.</summary>
public sealed class DraftContentTests : PortalTest
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 14, 20, 0, TimeSpan.FromHours(8));
    private static readonly OfficerRow Zhang = new("o/1 张", "张伟", "CM", "CM-0001", new DateOnly(2027, 12, 31), "officer", Active: true);
    private static readonly OfficerRow Li = new("o2", "李𠮷", "CM", "CM-0002", null, "officer", Active: true);
    private static readonly RecordingRow Film = new("r-1", "CM", "BWC-1", "o2", "李𠮷", Now.AddMinutes(-5), Now, "stored", null, "video/mp4", 1, null, null, null, null, "none", Now, Now);

    public static TheoryData<string> Profiles => [.. KnownLaw.Shipped.All.Select(p => p.Profile.Id)];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Every_act_of_every_regulation_comes_back_from_its_draft(string profileId)
    {
        foreach (var form in Law.Acts(profileId))
        {
            var typed = Fill(new ActFormModel(form));
            var content = Collect(Draw(typed));
            ActFormModel restored = new(form);
            restored.Officers["somebody-else"] = true; // what was preselected before the draft counts no more

            DraftContent.Apply(content, restored);

            Assert.Equivalent(typed.ToDraft(), restored.ToDraft(), strict: true);
            Assert.Equal(Collect(Draw(restored)), content);
        }
    }

    [Fact]
    public void What_cannot_be_read_as_a_value_is_kept_as_typed()
    {
        var form = Law.Acts("cm/undated").First(f => f.Fields.Any(field => field.Type == "money"));
        var money = form.Fields.First(field => field.Type == "money").Id;
        ActFormModel model = new(form);

        DraftContent.Apply($$"""{"fields":{"{{money}}":"12.345<script>"} }""", model);

        Assert.Equal("12.345<script>", model.Values[money]);
        Assert.Empty(Draw(model).FindAll("script"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"fields\":\"text\",\"officers\":\"text\",\"documents\":{\"record\":\"text\"},\"signatures\":true}")]
    [InlineData("{\"fields\":{\"no-such-field\":\"x\"},\"recordings\":{},\"documents\":{\"gone\":{\"included\":true}}}")]
    public void A_draft_of_another_shape_or_of_an_older_profile_leaves_an_empty_form(string content)
    {
        var form = Law.Acts("cm/undated").First(f => f.Kind == "on-site-inspection");
        ActFormModel model = new(form);

        DraftContent.Apply(content, model);

        Assert.Equivalent(new ActFormModel(form).ToDraft(), model.ToDraft(), strict: true);
    }

    /// <summary>Something in every part of the form.</summary>
    private static ActFormModel Fill(ActFormModel model)
    {
        foreach (var field in model.Form.Fields)
        {
            model.Values[field.Id] = field.Type switch
            {
                "boolean" => "true",
                "choice" => field.Choices[^1].Id,
                "number" => "7",
                "money" => "123450",
                "date" => "2026-11-20",
                "instant" => "2026-11-21T09:30:00+08:00",
                _ => $"{field.Id}：“𠮷” <b>&amp; / \\",
            };
        }

        if (model.Form.MinOfficers > 0)
        {
            (model.Officers[Zhang.OfficerId], model.Officers[Li.OfficerId]) = (true, false);
        }

        if (!model.Form.Av.IsDefaultOrEmpty)
        {
            model.Recordings.Add(Film.RecordingId);
            model.AvEnded = model.Form.Av.Any(need => need.Need != "none") ? "2026-11-21T10:30" : "";
            model.ClaimsExemption = model.Form.Av.Any(need => need is { Need: "required", Exemption: not "none" });
            (model.ExemptionGround, model.ExemptionReason) = model.ClaimsExemption ? ("secret", "涉密") : (model.ExemptionGround, "");
        }

        model.OccurredAt = model.Form.Declared ? "2026-11-21T09:00" : "";
        foreach (var (document, i) in model.Documents.Select((d, i) => (d, i)))
        {
            (document.Included, document.Number) = (i % 2 == 0, i % 2 == 0 ? "城执〔2026〕1号" : "");
            (document.Sha256, document.FileName) = i == 0 ? (new string('a', 64), "扫描件.pdf") : (null, "");
        }

        var free = DocumentEntry.Free(3);
        free.Title = "其他材料";
        model.Documents.Add(free);
        foreach (var (signature, i) in model.Signatures.Select((s, i) => (s, i)))
        {
            (signature.Name, signature.Refused) = ("张三", signature.Rule.Refusable && i % 2 == 0);
            signature.Reason = signature.Refused ? "拒绝并离开" : "";
        }

        return model;
    }

    private IRenderedComponent<ActForm> Draw(ActFormModel model) =>
        Render<ActForm>(p => p.Add(f => f.Model, model).Add(f => f.Officers, Register.Roll(Zhang, Li)).Add(f => f.Recordings, [Film]).Add(f => f.Me, "o2").Add(f => f.Now, Now));

    /// <summary>The same as collect() of draft.js.</summary>
    private static string Collect(IRenderedComponent<ActForm> form)
    {
        JsonObject root = [];
        foreach (var control in form.FindAll("[data-draft]"))
        {
            var tick = control.GetAttribute("type") == "checkbox";
            var value = control switch
            {
                IHtmlTextAreaElement area => area.GetAttribute("value") ?? "",
                IHtmlSelectElement select => select.Value,
                _ => control.GetAttribute("value") ?? "",
            };
            if (tick || control.GetAttribute("type") == "radio" ? !control.HasAttribute("checked") : string.IsNullOrWhiteSpace(value))
            {
                continue;
            }

            var path = control.GetAttribute("data-draft")!.Split('/').Select(Uri.UnescapeDataString).ToList();
            var place = path.SkipLast(1).Aggregate(root, (node, step) => (JsonObject)(node[step] ??= new JsonObject()));
            place[path[^1]] = tick ? JsonValue.Create(true) : JsonValue.Create(value);
        }

        return root.ToJsonString();
    }
}
