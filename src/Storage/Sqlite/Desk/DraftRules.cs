using System.Text;
using System.Text.Json;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Drafts;

namespace Enforcement.Storage.Sqlite.Desk;

/// <summary>What is not kept as a draft, and what to do instead.</summary>
internal static class DraftRules
{
    private const int Deepest = 8;

    public static readonly BrokenRule TooMany = new(
        "draft.too-many",
        null,
        null,
        new Wording($"草稿已满{DraftLimits.PerPerson}份，这一份未能保存", $"You have {DraftLimits.PerPerson} drafts; this one was not saved"),
        new Wording("在工作台的“我的草稿”中提交或丢弃旧草稿后再保存；内容仍在本页面上", "Submit or discard old drafts under \"My drafts\" on your work page. What you typed is still on this page"),
        null);

    private static readonly BrokenRule TooLarge = new(
        "draft.too-large",
        null,
        null,
        new Wording($"草稿超过{DraftLimits.Bytes / 1024}KB，未能保存", $"The draft is larger than {DraftLimits.Bytes / 1024} KB and was not saved"),
        new Wording("缩短内容，或将长文另附为文书文件；内容仍在本页面上", "Shorten it, or attach the long text as a file. What you typed is still on this page"),
        null);

    private static readonly BrokenRule Malformed = new(
        "draft.malformed",
        null,
        null,
        new Wording("草稿的格式无法读取，未能保存", "The draft cannot be read and was not saved"),
        new Wording("重新打开页面再试", "Open the page again"),
        null);

    /// <summary>Why a content is refused, or <see langword="null"/>.</summary>
    public static BrokenRule? Refusal(string content) =>
        Encoding.UTF8.GetByteCount(content) > DraftLimits.Bytes ? TooLarge : IsForm(content) ? null : Malformed;

    /// <summary>A form is an object; in it stand only objects, texts and yes or no.</summary>
    private static bool IsForm(string content)
    {
        try
        {
            using var json = JsonDocument.Parse(content, new JsonDocumentOptions { MaxDepth = Deepest });
            return json.RootElement.ValueKind is JsonValueKind.Object && IsClean(json.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsClean(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().All(member => IsClean(member.Value)),
        JsonValueKind.String => IsWhole(element),
        JsonValueKind.True or JsonValueKind.False => true,
        _ => false,
    };

    /// <summary>Half of a 4-byte character is no text: it would come back as something else.</summary>
    private static bool IsWhole(JsonElement text)
    {
        try
        {
            return text.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
