using Enforcement.EndToEnd.Tests.City;
using Enforcement.EndToEnd.Tests.Portal;
using static Microsoft.Playwright.Assertions;

namespace Enforcement.EndToEnd.Tests.Tasks;

/// <summary>A draft reaches the server and the answer is lost on its way back: the page must not take its own save for that of another window.</summary>
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
