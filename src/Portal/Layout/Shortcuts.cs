using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Layout;

/// <summary>The keys of the whole portal. A page adds its own in its markup: <c>data-shortcut="x"</c> on a link, a button or a field.</summary>
internal static class Shortcuts
{
    /// <summary>The keys that lead to a page of the main navigation; a page that is not here has none.</summary>
    private static readonly Dictionary<string, string> Pages = new(StringComparer.Ordinal)
    {
        ["/"] = "g w",
        ["/cases/new"] = "n",
        ["/cases"] = "g c",
        ["/recordings"] = "g r",
        ["/findings"] = "g f",
        ["/city"] = "g s",
        ["/recorders"] = "g d",
        ["/recorders/map"] = "g m",
        ["/alarms"] = "g e",
        ["/officers"] = "g o",
        ["/bureaus"] = "g b",
        ["/regulations"] = "g l",
        ["/calendar"] = "g h",
        ["/admin/tokens"] = "g p",
        ["/admin/system"] = "g v",
        ["/admin/accounts"] = "g a",
        ["/admin/clock"] = "g t",
    };

    /// <summary>Keys that work on every page, with what they do.</summary>
    public static readonly (string Keys, Phrase Name)[] Everywhere =
    [
        ("?", new("显示快捷键", "Show the shortcuts")),
        ("/", new("转到搜索框", "Go to the search field")),
        ("j", new("列表的下一行", "Next row of the list")),
        ("k", new("列表的上一行", "Previous row of the list")),
        ("Enter", new("打开所在行", "Open the row")),
        ("[", new("列表的第一页", "First page of the list")),
        ("]", new("列表的下一页", "Next page of the list")),
        ("Ctrl Enter", new("提交正在填写的表单", "Submit the form that is being filled in")),
        ("Alt s", new("提交本页的表单", "Submit the form of the page")),
        ("Esc", new("关闭对话框或者菜单", "Close a dialog or a menu")),
    ];

    public static string? Of(string url) => Pages.GetValueOrDefault(url);
}
