using Enforcement.Portal.Components.Dialogs;
using Enforcement.Portal.Tests.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Enforcement.Portal.Tests.Kit;

public sealed class DialogTests : PortalTest
{
    private readonly List<string> _confirmed = [];

    public DialogTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void An_act_that_cannot_be_taken_back_says_its_effect_before_it_is_done()
    {
        var button = Confirm(needsReason: false);
        Assert.Empty(button.FindAll(".confirm-effect"));

        button.Find("button").Click();

        Assert.Equal("归档后不能再修改。", button.Find(".confirm-effect").TextContent);
        Assert.Equal(button.Find("dialog h2").Id, button.Find("dialog").GetAttribute("aria-labelledby"));
        Assert.Empty(_confirmed);
        Assert.Single(JSInterop.Invocations["enforcement.openDialog"]);

        Press(button, "确认归档");

        Assert.Equal([""], _confirmed);
        Assert.Empty(button.FindAll(".confirm-effect"));
    }

    [Fact]
    public void Cancelled_it_is_not_done()
    {
        var button = Confirm(needsReason: false);
        button.Find("button").Click();

        Press(button, "取消");

        Assert.Empty(_confirmed);
        Assert.Empty(button.FindAll(".dialog-body"));
    }

    [Fact]
    public void Closed_by_Esc_it_is_not_done_and_can_be_asked_again()
    {
        var button = Confirm(needsReason: false);
        button.Find("button").Click();

        button.Find("dialog").TriggerEvent("onclose", EventArgs.Empty);

        Assert.Empty(button.FindAll(".dialog-body"));
        button.Find("button").Click();
        Assert.Single(button.FindAll(".dialog-body"));
        Assert.Empty(_confirmed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void Without_the_reason_that_must_be_given_it_is_not_done(string typed)
    {
        var button = Confirm(needsReason: true);
        button.Find("button").Click();
        button.Find("textarea").Input(typed);

        Press(button, "确认归档");

        Assert.Empty(_confirmed);
        Assert.Contains("请写明理由", button.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", button.Find("textarea").GetAttribute("aria-invalid"));
        Assert.Equal(button.Find("[role=alert]").Id, button.Find("textarea").GetAttribute("aria-describedby"));
    }

    [Theory]
    [InlineData(" 材料齐全 ", "材料齐全")]
    [InlineData("<script>alert(1)</script>𠮷", "<script>alert(1)</script>𠮷")]
    public void The_reason_is_handed_over_as_typed_without_blanks_around_it(string typed, string expected)
    {
        var button = Confirm(needsReason: true);
        button.Find("button").Click();
        button.Find("textarea").Input(typed);

        Press(button, "确认归档");

        Assert.Equal([expected], _confirmed);
    }

    [Fact]
    public void The_reason_of_one_time_is_not_offered_again()
    {
        var button = Confirm(needsReason: true);
        button.Find("button").Click();
        button.Find("textarea").Input("错了");
        Press(button, "取消");

        button.Find("button").Click();

        Assert.Equal("", button.Find("textarea").GetAttribute("value") ?? "");
    }

    [Fact]
    public void It_speaks_English_to_an_English_reader()
    {
        Speak("en");
        var button = Confirm(needsReason: true);
        button.Find("button").Click();

        Press(button, "Confirm: 归档");

        Assert.Contains("Give the reason", button.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_button_is_named_by_what_it_copies()
    {
        var copy = Render<CopyButton>(p => p.Add(c => c.Text, "ab12").Add(c => c.Name, "散列值")).Find("button");

        Assert.Equal(("ab12", "复制散列值"), (copy.GetAttribute("data-copy")!, copy.GetAttribute("aria-label")!));
    }

    [Fact]
    public void Results_are_said_politely_and_leave_after_some_seconds_or_when_closed()
    {
        var clock = Clocks.ByHand();
        Services.AddSingleton<TimeProvider>(clock);
        Services.AddSingleton<Toasts>();
        var host = Render<ToastHost>();
        var toasts = Services.GetRequiredService<Toasts>();

        toasts.Show("已保存");
        toasts.Show("已关联");

        Assert.Equal("polite", host.Find("[role=status]").GetAttribute("aria-live"));
        Assert.Equal(["已保存", "已关联"], host.FindAll(".toast-line span").Select(line => line.TextContent));
        host.Find(".toast-line button").Click();
        Assert.Equal(["已关联"], host.FindAll(".toast-line span").Select(line => line.TextContent));
        clock.Advance(TimeSpan.FromSeconds(7));
        host.WaitForAssertion(() => Assert.Empty(host.FindAll(".toast-line")));
    }

    [Fact]
    public void Only_the_latest_results_are_shown()
    {
        Services.AddSingleton<TimeProvider>(Clocks.ByHand());
        Services.AddSingleton<Toasts>();
        var host = Render<ToastHost>();

        foreach (var text in (string[])["一", "二", "三", "四"])
        {
            Services.GetRequiredService<Toasts>().Show(text);
        }

        Assert.Equal(["二", "三", "四"], host.FindAll(".toast-line span").Select(line => line.TextContent));
    }

    private IRenderedComponent<ConfirmButton> Confirm(bool needsReason) => Render<ConfirmButton>(p => p
        .Add(c => c.Text, "归档").Add(c => c.Effect, "归档后不能再修改。").Add(c => c.NeedsReason, needsReason)
        .Add(c => c.OnConfirm, EventCallback.Factory.Create<string>(this, _confirmed.Add)));

    private static void Press(IRenderedComponent<ConfirmButton> button, string text) =>
        button.FindAll("dialog button").Single(b => b.TextContent == text).Click();
}
