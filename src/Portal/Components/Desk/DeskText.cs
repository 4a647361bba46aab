using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Components.Desk;

internal static class DeskText
{
    public static readonly Phrase Views = new("我的常用查询", "My views");
    public static readonly Phrase SaveView = new("保存为常用查询", "Save as a view");
    public static readonly Phrase Name = new("名称", "Name");
    public static readonly Phrase NameHint = new("不超过 60 个字", "at most 60 characters");
    public static readonly Phrase Manage = new("管理常用查询", "Manage views");
    public static readonly Phrase Rename = new("改名", "Rename");
    public static readonly Phrase Delete = new("删除", "Delete");
    public static readonly Phrase MakeDefault = new("设为默认", "Open with it");
    public static readonly Phrase NoDefault = new("取消默认", "Not any more");
    public static readonly Phrase IsDefault = new("默认", "default");
    public static readonly Phrase Saved = new("已保存", "Saved");
    public static readonly Phrase ConfirmDelete = new("删除后不能恢复。确认删除？", "This cannot be undone. Delete it?");
    public static readonly Phrase NameOf = new("“{0}”的名称", "Name of “{0}”");
}
