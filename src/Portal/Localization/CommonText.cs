namespace Enforcement.Portal.Localization;

/// <summary>Words that every page shares.</summary>
internal static class CommonText
{
    public static readonly Phrase Search = new("搜索", "Search");
    public static readonly Phrase Apply = new("查询", "Apply");
    public static readonly Phrase Clear = new("清除条件", "Clear filters");
    public static readonly Phrase All = new("全部", "All");
    public static readonly Phrase Yes = new("是", "Yes");
    public static readonly Phrase No = new("否", "No");
    public static readonly Phrase None = new("无", "None");
    public static readonly Phrase Choose = new("请选择", "Choose");
    public static readonly Phrase Save = new("保存", "Save");
    public static readonly Phrase Submit = new("提交", "Submit");
    public static readonly Phrase Cancel = new("取消", "Cancel");
    public static readonly Phrase Close = new("关闭", "Close");
    public static readonly Phrase Retry = new("重试", "Try again");
    public static readonly Phrase Refresh = new("刷新", "Refresh");
    public static readonly Phrase Open = new("打开", "Open");
    public static readonly Phrase Loading = new("正在读取…", "Loading…");
    public static readonly Phrase Saving = new("正在提交…", "Saving…");
    public static readonly Phrase Optional = new("选填", "optional");
    public static readonly Phrase Required = new("必填", "required");
    public static readonly Phrase Conditional = new("视情形必填", "required in some circumstances");
    public static readonly Phrase First = new("第一页", "First page");
    public static readonly Phrase Previous = new("上一页", "Previous page");
    public static readonly Phrase Next = new("下一页", "Next page");
    public static readonly Phrase Count = new("共 {0} 条", "{0} in all");
    public static readonly Phrase Shown = new("本页 {0} 条", "{0} on this page");
    public static readonly Phrase Failed = new("系统暂时没有应答，已填写的内容仍在页面上。请稍后重试。", "The system did not answer. What you typed is still here; try again in a moment.");
    public static readonly Phrase NotYours = new("当前岗位不能办理此事项。", "Your role may not do this.");
    public static readonly Phrase Remove = new("移除", "Remove");
    public static readonly Phrase Add = new("添加", "Add");
    public static readonly Phrase Details = new("详情", "Details");
    public static readonly Phrase Bureau = new("执法机关", "Bureau");
    public static readonly Phrase Status = new("状态", "State");
    public static readonly Phrase Confirm = new("确认", "Confirm");
    public static readonly Phrase OutOfReachWhy = new("编号不存在，或者属于其他执法机关：各机关的人员只能查看本机关的案件和音像记录。", "The number does not exist, or it belongs to another bureau: people see the cases and recordings of their own bureau only.");
    public static readonly Phrase OutOfReachNext = new("请核对地址中的编号；兼任其他岗位的，先在账户菜单中切换岗位；确需了解其他机关案件的，请联系该机关或者市级执法监督人员。", "Check the number in the address. If you hold another seat, switch to it in the account menu. If you need to know of a case of another bureau, ask that bureau or the supervisor of the city.");
}
