using Enforcement.EndToEnd.Tests.City;
using Enforcement.EndToEnd.Tests.Portal;
using static Microsoft.Playwright.Assertions;

namespace Enforcement.EndToEnd.Tests.Tasks;

/// <summary>The way between a draft and the server is slow or loses answers: the page must not take its own save for that of another window, nor bring back what is done.</summary>
[Collection(CityCollection.Name)]
public sealed class LostAnswerTests(DemoCity city)
{
    private const string First = "现场检查发现占道堆放建材。";
    private const string Further = "现场检查发现占道堆放建材，当事人在场。";

    [BrowserFact]
    public async Task A_page_drawn_anew_knows_that_its_last_save_arrived()
    {
        var file = await CaseFile.StartAsync(city, "占道堆放建材（回执丢失）");
        await using var window = await city.SignedInAsync("lost-answer-reload", "cm-officer");
        var form = new ActForm(window);
        await form.OpenAsync($"{file.Address}/acts/new/start-report");
        await LoseAsync(window, arrives: 3);
        await form.FillAsync("启动原因", First);
        await Expect(form.Draft).ToContainTextAsync("内容已保留在本浏览器");
        await UntilSavedAsync(window, file, First);

        await window.Page.ReloadAsync();
        await form.TakesAsync();
        await Expect(form.Draft).ToContainTextAsync("内容已保留在本浏览器");
        await window.Page.UnrouteAllAsync();

        await form.SavedAsync();
        await Expect(form.Text("启动原因")).ToHaveValueAsync(First);
        await Expect(form.Note).ToBeEmptyAsync();
        await window.ShotAsync("no-question");
    }

    [BrowserFact]
    public async Task Going_on_after_a_lost_answer_overtakes_nobody()
    {
        var file = await CaseFile.StartAsync(city, "占道堆放建材（回执丢失后续填）");
        await using var window = await city.SignedInAsync("lost-answer-further", "cm-officer");
        var form = new ActForm(window);
        await form.OpenAsync($"{file.Address}/acts/new/start-report");
        await LoseAsync(window, arrives: 1);
        await form.FillAsync("启动原因", First);
        await UntilSavedAsync(window, file, First);
        await Expect(form.Draft).ToContainTextAsync("内容已保留在本浏览器");

        await form.FillAsync("启动原因", Further);
        await window.Page.UnrouteAllAsync();

        await UntilSavedAsync(window, file, Further);
        await form.SavedAsync();
        await Expect(form.Note).ToBeEmptyAsync();
    }

    [BrowserFact]
    public async Task A_save_that_comes_after_the_act_was_recorded_leaves_no_draft()
    {
        var file = await CaseFile.StartAsync(city, "占道堆放建材（草稿迟到）");
        await using var window = await city.SignedInAsync("late-save", "cm-officer");
        var form = new ActForm(window);
        await form.OpenAsync($"{file.Address}/acts/new/start-report");
        TaskCompletionSource recorded = new();
        await window.Page.RouteAsync("**/api/v1/drafts/**", async route =>
        {
            if (route.Request.Method == HttpMethod.Put.Method)
            {
                await recorded.Task;
            }

            await route.ContinueAsync();
        });
        await form.FillAsync("启动原因", First);
        await form.FillAsync("承办人意见", "责令立即停止。");
        await form.FillAsync("当事人基本情况", "畅通管道工程有限公司");
        await form.AnswerAsync("是否重大行政执法行为", "否");

        await form.Submit.ClickAsync();
        await Expect(window.Heading("已记录：程序启动审批表")).ToBeVisibleAsync();
        var saved = window.Page.WaitForResponseAsync(answer => answer.Request.Method == HttpMethod.Put.Method && answer.Url.Contains(file.Id, StringComparison.Ordinal));
        var removed = window.Page.WaitForResponseAsync(answer => answer.Request.Method == HttpMethod.Delete.Method && answer.Url.Contains(file.Id, StringComparison.Ordinal));
        recorded.SetResult();

        Assert.True((await saved).Ok);
        Assert.True((await removed).Ok);
        var draft = await window.Page.APIRequest.GetAsync($"/api/v1/drafts/{file.Id}/start-report");
        Assert.Equal(404, draft.Status);
        Assert.False(await window.Page.EvaluateAsync<bool>("id => Object.keys(localStorage).some(key => key.startsWith('enforcement.draft:') && key.includes(id))", file.Id));
    }

    /// <summary>No save is answered; the <paramref name="arrives"/>th reaches the server all the same.</summary>
    private static Task LoseAsync(Window window, int arrives)
    {
        var saves = 0;
        return window.Page.RouteAsync("**/api/v1/drafts/**", async route =>
        {
            if (route.Request.Method != HttpMethod.Put.Method)
            {
                await route.ContinueAsync();
                return;
            }

            if (++saves == arrives)
            {
                await route.FetchAsync();
            }

            await route.AbortAsync();
        });
    }

    /// <summary>Waits until the server holds a draft with these words.</summary>
    private static Task UntilSavedAsync(Window window, CaseFile file, string words) => window.Page.WaitForFunctionAsync(
        "async ([address, words]) => { const answer = await fetch(address); return answer.ok && (await answer.text()).includes(words); }",
        new[] { $"/api/v1/drafts/{file.Id}/start-report", words },
        new() { PollingInterval = 250 });
}
